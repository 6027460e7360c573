package de.amtsfluss.forms;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.NeuePost;
import de.amtsfluss.processes.Posteingaenge;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Anlage;
import de.amtsfluss.processes.Posteingang.Inhalt;
import de.amtsfluss.processes.Posteingang.Nichtuebernahme;
import de.amtsfluss.processes.Posteingang.Status;
import de.amtsfluss.processes.PosteingangId;
import de.amtsfluss.processes.Transfervermerk;
import de.amtsfluss.processes.Transfervermerk.Qualitaetssicherung;
import de.amtsfluss.processes.akte.datei.Dateipruefung;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages need of the post, with the same rules of who may see what and the real check of files. */
final class InMemoryPosteingaenge implements Posteingaenge {

    static final String LETTER = "E-2026-000001";
    static final String MAIL = "E-2026-000002";
    static final UUID FILE = new UUID(7, 1);

    private static final Instant NOW = Instant.parse("2026-11-22T20:20:00Z");
    private static final String LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung".repeat(2);

    private final Map<String, Posteingang> post = new LinkedHashMap<>();

    InMemoryPosteingaenge() {
        reset();
    }

    /** Back to a letter that is with the mail room, and a mail that is with the depot. */
    synchronized void reset() {
        post.clear();
        var note = new Transfervermerk(
                "pia.musterfrau",
                "Scanstelle",
                "Scanner 1",
                "Standard",
                300,
                NOW,
                "",
                Qualitaetssicherung.BESTANDEN,
                true,
                true);
        var scan = new Anlage(FILE, LONG + ".pdf", "application/pdf", 12_000, "abc");
        add(
                LETTER,
                Kanal.BRIEF,
                Status.EINGEGANGEN,
                POSTSTELLE,
                new Inhalt("Erika Musterfrau", LONG, List.of(scan), List.of(), note, null, null),
                null);
        var original = new Anlage(new UUID(7, 2), "Original.eml", "message/rfc822", 5_000, "def");
        add(
                MAIL,
                Kanal.EMAIL,
                Status.ZUGEORDNET,
                "betriebshof",
                new Inhalt(
                        "max@example.org",
                        "Container voll",
                        List.of(original),
                        List.of(new Nichtuebernahme("spiel.exe", "Diese Art von Datei wird nicht angenommen.")),
                        null,
                        null,
                        null),
                LETTER);
    }

    private Posteingang add(
            String number, Kanal kanal, Status status, String group, Inhalt inhalt, @Nullable String repeatOf) {
        var one = new Posteingang(
                new PosteingangId(UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8))),
                number,
                LocalDate.parse("2026-11-20"),
                kanal == Kanal.EMAIL ? NOW : null,
                NOW,
                Handelnder.current().kennung(),
                kanal,
                status,
                Set.of(group),
                inhalt,
                repeatOf,
                null);
        post.put(number, one);
        return one;
    }

    @Override
    public Aufnahme aufnehmen(NeuePost wanted) {
        throw new UnsupportedOperationException("Expected pages to name who registers post, but one does not");
    }

    @Override
    public synchronized Aufnahme aufnehmen(NeuePost wanted, Akteur akteur) {
        if (!Posteingaenge.isMailRoom(akteur)) {
            return new Aufnahme.NichtErlaubt();
        }
        var refused = new ArrayList<String>();
        wanted.dateien().forEach(file -> {
            if (new Dateipruefung().check(file.name(), file.declaredMediaType(), file.content())
                    instanceof Dateipruefung.Befund.Refused not) {
                refused.add(not.sentence());
            }
        });
        if (!refused.isEmpty() || wanted.dateien().isEmpty()) {
            refused.add("Bitte wählen Sie mindestens eine Datei.");
            return new Aufnahme.Abgelehnt(refused);
        }
        var number = "E-2026-%06d".formatted(post.size() + 1);
        return new Aufnahme.Aufgenommen(add(
                number,
                wanted.kanal(),
                Status.EINGEGANGEN,
                POSTSTELLE,
                new Inhalt(
                        wanted.absender(),
                        wanted.betreff(),
                        List.of(),
                        List.of(),
                        wanted.transfervermerk(),
                        null,
                        null),
                null));
    }

    @Override
    public synchronized List<Posteingang> list(@Nullable Status status, Akteur akteur) {
        return post.values().stream()
                .filter(one -> akteur.isInOneOf(one.gruppen()) && (status == null || one.status() == status))
                .toList();
    }

    @Override
    public synchronized Optional<Posteingang> find(String eingangsnummer, Akteur akteur) {
        return Optional.ofNullable(post.get(eingangsnummer)).filter(one -> akteur.isInOneOf(one.gruppen()));
    }

    @Override
    public synchronized Optional<Dateiinhalt> datei(UUID anlage, Akteur akteur) {
        return list(null, akteur).stream()
                .flatMap(one -> Objects.requireNonNull(one.inhalt()).anlagen().stream())
                .filter(file -> file.id().equals(anlage))
                .map(file -> new Dateiinhalt(file, InMemoryProcesses.PDF))
                .findFirst();
    }

    @Override
    public List<String> begruendungen(String eingangsnummer, Akteur akteur) {
        return find(eingangsnummer, akteur).isPresent()
                ? List.of("Die Post geht an die Poststelle, weil kein Stichwort gefunden wurde (Beispielregel).")
                : List.of();
    }
}
