package de.amtsfluss.forms;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.Beteiligungsschritt.Adressat;
import de.amtsfluss.processes.Beteiligungsschritt.Bearbeitung;
import de.amtsfluss.processes.Beteiligungsschritt.Status;
import de.amtsfluss.processes.Beteiligungsschritt.Vermerk;
import de.amtsfluss.processes.Geschaeftsgaenge;
import de.amtsfluss.processes.Geschaeftsgang;
import de.amtsfluss.processes.GeschaeftsgangId;
import de.amtsfluss.processes.Verfuegung;
import de.amtsfluss.processes.VorgangId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the pages need of the Geschäftsgänge, kept in memory: it takes what is entered, and refuses „Falsch“. */
final class InMemoryGeschaeftsgaenge implements Geschaeftsgaenge {

    static final GeschaeftsgangId RUNNING = new GeschaeftsgangId(UUID.nameUUIDFromBytes(new byte[] {42}));
    private static final Instant NOW = Instant.parse("2026-11-22T20:00:00Z");

    private final InMemoryProcesses processes;
    private final Map<GeschaeftsgangId, Geschaeftsgang> all = new LinkedHashMap<>();

    InMemoryGeschaeftsgaenge(InMemoryProcesses processes) {
        this.processes = processes;
        reset();
    }

    /** Back to one that runs, at the closed order, with a step of every kind of state. */
    synchronized void reset() {
        all.clear();
        var refused = new Bearbeitung(
                "lea.musterfrau",
                "karl.mustermann",
                NOW,
                Vermerk.NICHT_GEZEICHNET,
                "Die Anlieger in der Straße sind nicht gehört worden; bitte nachholen.");
        var seen = new Bearbeitung("otto.mustermann", null, NOW, Vermerk.GEZEICHNET, null);
        put(
                RUNNING,
                List.of(
                        step(1, 1, Status.ABGESCHLOSSEN, Verfuegung.ZUR_MITZEICHNUNG, "otto.mustermann", seen),
                        step(2, 1, Status.ABGESCHLOSSEN, Verfuegung.ZUR_MITZEICHNUNG, "karl.mustermann", refused),
                        step(3, 2, Status.AKTUELL, Verfuegung.ZUR_MITZEICHNUNG, "karl.mustermann", null),
                        step(4, 3, Status.ZUKUENFTIG, Verfuegung.WIEDERVORLAGE, "kim.krause", null),
                        step(5, 4, Status.ZUKUENFTIG, Verfuegung.SCHLUSSZEICHNUNG, "rita.musterfrau", null)));
    }

    private void put(GeschaeftsgangId id, List<Beteiligungsschritt> steps) {
        var vorgang = processes.closedOrder().id();
        all.put(
                id,
                new Geschaeftsgang(
                        id, vorgang, null, "kim.krause", Geschaeftsgang.Status.LAUFEND, 2, NOW, null, steps));
    }

    private static Beteiligungsschritt step(
            int nummer, int stufe, Status status, Verfuegung verfuegung, String person, @Nullable Bearbeitung done) {
        return new Beteiligungsschritt(
                UUID.nameUUIDFromBytes(("S" + nummer).getBytes(StandardCharsets.UTF_8)),
                nummer,
                stufe,
                status,
                verfuegung,
                new Adressat.Person(person),
                verfuegung == Verfuegung.WIEDERVORLAGE ? LocalDate.of(2026, 12, 1) : null,
                nummer == 1 ? "Bitte auf die Gebühren achten" : null,
                "kim.krause",
                NOW,
                done);
    }

    @Override
    public synchronized Outcome start(Start wanted, Akteur akteur) {
        if (processes.find(wanted.vorgang(), akteur).isEmpty()) {
            return new Outcome.NotFound();
        }
        if (wanted.schritte().isEmpty()) {
            return new Outcome.Invalid(Map.of("schritte", "Ein Laufweg hat mindestens einen Schritt."));
        }
        for (var i = 0; i < wanted.schritte().size(); i++) {
            if (wanted.schritte().get(i).adressat().name().equals("Falsch")) {
                return new Outcome.Invalid(
                        Map.of("schritte[%d].adressat".formatted(i), "Bitte geben Sie einen Benutzernamen an."));
            }
        }
        var steps = new ArrayList<Beteiligungsschritt>();
        for (var next : wanted.schritte()) {
            steps.add(new Beteiligungsschritt(
                    UUID.randomUUID(),
                    steps.size() + 1,
                    next.stufe(),
                    Status.ZUKUENFTIG,
                    next.verfuegung(),
                    next.adressat(),
                    next.termin(),
                    next.notiz(),
                    akteur.kennung(),
                    NOW,
                    null));
        }
        var id = GeschaeftsgangId.random();
        all.put(
                id,
                new Geschaeftsgang(
                        id,
                        wanted.vorgang(),
                        wanted.dokument(),
                        akteur.kennung(),
                        Geschaeftsgang.Status.LAUFEND,
                        0,
                        NOW,
                        null,
                        steps));
        return new Outcome.Done(all.get(id));
    }

    @Override
    public synchronized Optional<Geschaeftsgang> find(GeschaeftsgangId id, Akteur akteur) {
        return Optional.ofNullable(all.get(id))
                .filter(found -> processes.find(found.vorgang(), akteur).isPresent());
    }

    @Override
    public synchronized List<Geschaeftsgang> of(VorgangId vorgang, Akteur akteur) {
        return all.values().stream()
                .filter(found -> found.vorgang().equals(vorgang))
                .filter(found -> processes.find(vorgang, akteur).isPresent())
                .toList();
    }

    @Override
    public Outcome insert(GeschaeftsgangId id, NeuerSchritt schritt, Akteur akteur) {
        return schritt.adressat().name().equals("Falsch")
                ? new Outcome.Invalid(Map.of("adressat", "Bitte geben Sie einen Benutzernamen an."))
                : answer(id, akteur);
    }

    @Override
    public Outcome skip(GeschaeftsgangId id, UUID schritt, String begruendung, Akteur akteur) {
        return begruendung.isBlank()
                ? new Outcome.Invalid(Map.of("begruendung", "Bitte begründen Sie das."))
                : answer(id, akteur);
    }

    @Override
    public Outcome move(GeschaeftsgangId id, UUID schritt, LocalDate am, String begruendung, Akteur akteur) {
        return am.isBefore(LocalDate.of(2026, 11, 23))
                ? new Outcome.Conflict("Die Wiedervorlage liegt schon vor.")
                : answer(id, akteur);
    }

    private Outcome answer(GeschaeftsgangId id, Akteur akteur) {
        return find(id, akteur).<Outcome>map(Outcome.Done::new).orElseGet(Outcome.NotFound::new);
    }
}
