package de.amtsfluss.forms;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aufgabe;
import de.amtsfluss.processes.AufgabeKey;
import de.amtsfluss.processes.Aufgaben;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Dokument;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumentblatt;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumentblatt.Volltext;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Dokumentversion;
import de.amtsfluss.processes.Eingang;
import de.amtsfluss.processes.Formulare;
import de.amtsfluss.processes.ReadModelChanges;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.akte.datei.Dateipruefung;
import de.amtsfluss.processes.akte.datei.Dateipruefung.Befund;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the pages need of {@code processes}, kept in memory, with the same rules of who may see what. */
final class InMemoryProcesses implements Aufgaben, Vorgaenge, Dokumente, Formulare, ReadModelChanges {

    static final long FREE_TASK = 2_251_799_813_685_301L;
    static final long OTHERS_TASK = 2_251_799_813_685_399L;
    static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);

    private final Map<AufgabeKey, Aufgabe> tasks = new LinkedHashMap<>();
    private final Map<VorgangId, Vorgang> cases = new LinkedHashMap<>();
    private final Map<DokumentId, Dokument> documents = new LinkedHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean engineAway;

    InMemoryProcesses() {
        reset();
    }

    /** Back to six open orders, one closed one with its protocol, and a task of somebody else's group. */
    synchronized void reset() {
        tasks.clear();
        cases.clear();
        documents.clear();
        engineAway = false;
        var places = List.of(
                "Siegfriedplatz 1, Mitte",
                "Jöllenbecker Straße 104, Schildesche",
                "Detmolder Straße 280, Stieghorst",
                "Artur-Ladebeck-Straße 51, Gadderbaum",
                "Herforder Straße 155, Heepen",
                "Sennestadtring 12, Sennestadt");
        var fractions = List.of("Restmuell", "Papier", "Glas", "Bio", "Textil", "Glas");
        var now = Instant.parse("2026-11-22T20:00:00Z");
        for (var i = 0; i < places.size(); i++) {
            var order = order(
                    i + 1,
                    places.get(i),
                    fractions.get(i),
                    now.minus(Duration.ofHours(i)),
                    Set.of("betriebshof", "disposition"));
            addTask(
                    FREE_TASK + i,
                    order,
                    i == 5 ? "kim.krause" : null,
                    90 - 15 * i,
                    now.plus(Duration.ofHours(3L * i - 4)));
        }
        var closed = order(
                7,
                "Rathausplatz 1, Mitte",
                "Papier",
                now.minus(Duration.ofDays(1)),
                Set.of("betriebshof", "disposition"));
        close(closed.id(), "geleert");
        addDocument(closed.id());
        var tax = order(8, "Hundesteuer", "Bio", now, Set.of("steueramt"));
        addTask(OTHERS_TASK, tax, null, 50, now);
    }

    synchronized void addOrder(long key, String place) {
        var order =
                order((int) (key % 1_000), place, "Glas", Instant.parse("2026-11-22T20:30:00Z"), Set.of("betriebshof"));
        addTask(key, order, null, 70, Instant.parse("2026-11-23T06:00:00Z"));
        listeners.forEach(Runnable::run);
    }

    synchronized void engineAway(boolean away) {
        engineAway = away;
    }

    synchronized Vorgang closedOrder() {
        return cases.values().stream()
                .filter(vorgang -> vorgang.status() == Vorgang.Status.ABGESCHLOSSEN)
                .findFirst()
                .orElseThrow();
    }

    synchronized Vorgang openOrder() {
        return cases.values().iterator().next();
    }

    private Vorgang order(int number, String place, String fraction, Instant opened, Set<String> groups) {
        var data = new LinkedHashMap<String, @Nullable Object>();
        data.put("containerId", "BI-C-%04d".formatted(number));
        data.put("ort", place);
        data.put("fraktion", fraction);
        data.put("volumenLiter", 3_200);
        data.put("fuellstandProzent", 91.5);
        data.put("gemessenAm", opened.toString());
        data.put("breite", 52.0302);
        data.put("laenge", 8.5325);
        data.put("unbenannt", "bleibt sichtbar");
        var id = new VorgangId(UUID.nameUUIDFromBytes(new byte[] {(byte) number}));
        var order = new Vorgang(
                id,
                "700.3-70.41/2026/%d".formatted(number),
                "container-leeren",
                "Container BI-C-%04d leeren, %s".formatted(number, place),
                null,
                "sensor",
                Vorgang.Status.OFFEN,
                null,
                data,
                groups,
                opened,
                null);
        cases.put(id, order);
        return order;
    }

    private void addTask(long key, Vorgang order, @Nullable String assignee, int priority, Instant due) {
        var task = new Aufgabe(
                new AufgabeKey(key),
                "Container leeren",
                order.verfahren(),
                order.id(),
                order.aktenzeichen(),
                order.betreff(),
                assignee,
                order.gruppen().contains("betriebshof") ? Set.of("betriebshof") : order.gruppen(),
                priority,
                order.angelegtAm(),
                due,
                "container-leeren");
        tasks.put(task.key(), task);
    }

    private void addDocument(VorgangId vorgang) {
        var id = new DokumentId(UUID.nameUUIDFromBytes(new byte[] {99}));
        var made = Instant.parse("2026-11-22T20:10:00Z");
        documents.put(
                id,
                new Dokument(
                        id,
                        vorgang,
                        "Protokoll Rathausplatz – für Prüfung.pdf",
                        "application/pdf",
                        "abc",
                        23_456,
                        made,
                        made));
    }

    @Override
    public synchronized List<Aufgabe> list(Akteur akteur) {
        return tasks.values().stream()
                .filter(task -> akteur.isInOneOf(task.gruppen()))
                .filter(task -> task.bearbeiter() == null || task.bearbeiter().equals(akteur.kennung()))
                .toList();
    }

    @Override
    public synchronized Optional<Aufgabe> find(AufgabeKey key, Akteur akteur) {
        return Optional.ofNullable(tasks.get(key)).filter(task -> akteur.isInOneOf(task.gruppen()));
    }

    @Override
    public String anleitung(AufgabeKey key, Akteur akteur) {
        return "Leeren Sie den Container und prüfen Sie den Standort. Melden Sie, was die Leerung verhindert hat.";
    }

    @Override
    public synchronized Outcome claim(AufgabeKey key, Akteur akteur) {
        var task = find(key, akteur).orElse(null);
        if (task == null) {
            return new Outcome.NotFound();
        }
        if (engineAway) {
            return new Outcome.Unavailable();
        }
        if (task.bearbeiter() != null && !task.bearbeiter().equals(akteur.kennung())) {
            return new Outcome.Conflict("Die Aufgabe wurde schon von %s übernommen.".formatted(task.bearbeiter()));
        }
        tasks.put(key, assigned(task, akteur.kennung()));
        return new Outcome.Done();
    }

    @Override
    public synchronized Outcome unclaim(AufgabeKey key, Akteur akteur) {
        var task = find(key, akteur).orElse(null);
        if (task == null) {
            return new Outcome.NotFound();
        }
        tasks.put(key, assigned(task, null));
        return new Outcome.Done();
    }

    @Override
    public synchronized Outcome complete(AufgabeKey key, Akteur akteur, Map<String, @Nullable Object> values) {
        var task = find(key, akteur).orElse(null);
        if (task == null) {
            return new Outcome.NotFound();
        }
        if (!akteur.kennung().equals(task.bearbeiter())) {
            return new Outcome.Conflict("Bitte übernehmen Sie die Aufgabe zuerst.");
        }
        var messages = check("container-leeren", values);
        if (!messages.isEmpty()) {
            return new Outcome.Invalid(messages);
        }
        tasks.remove(key);
        return engineAway ? new Outcome.Accepted() : new Outcome.Done();
    }

    private static Aufgabe assigned(Aufgabe task, @Nullable String assignee) {
        return new Aufgabe(
                task.key(),
                task.bezeichnung(),
                task.verfahren(),
                task.vorgang(),
                task.aktenzeichen(),
                task.betreff(),
                assignee,
                task.gruppen(),
                task.prioritaet(),
                task.erstelltAm(),
                task.faelligAm(),
                task.formular());
    }

    @Override
    public Optional<String> schema(String formId) {
        var folder = formId.equals("hund-anmelden") ? "hundesteuer-anmelden" : formId;
        try (var stream = getClass().getResourceAsStream("/forms/%s/%s.form".formatted(folder, formId))) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Refuses what no form-js rule refuses too, so that a page can be seen showing what only the server says. */
    @Override
    public Map<String, @Nullable Object> only(String formId, Map<String, @Nullable Object> values) {
        return values;
    }

    @Override
    public Map<String, String> check(String formId, Map<String, @Nullable Object> values) {
        var messages = new LinkedHashMap<String, String>();
        if (!(values.get("geleert") instanceof Boolean)) {
            messages.put("geleert", "„Container geleert?“ muss Ja oder Nein sein.");
        }
        if (values.get("bemerkung") instanceof String text && text.contains("unzulässig")) {
            messages.put("bemerkung", "„Bemerkung“ enthält ein Wort, das nicht erlaubt ist.");
        }
        return messages;
    }

    @Override
    public boolean begin(VorgangId id, long processInstanceKey) {
        throw new UnsupportedOperationException("Expected no process to begin here, but one does");
    }

    @Override
    public List<Beteiligter> beteiligte(VorgangId id) {
        return List.of();
    }

    @Override
    public List<Beteiligter> beteiligte(VorgangId id, Akteur akteur) {
        return List.of();
    }

    @Override
    public synchronized Optional<Vorgang> find(VorgangId id, Akteur akteur) {
        return find(id).filter(vorgang -> akteur.isInOneOf(vorgang.gruppen()));
    }

    @Override
    public synchronized List<Vorgang> list(Query query, Akteur akteur) {
        var text = query.text();
        return cases.values().stream()
                .filter(vorgang -> akteur.isInOneOf(vorgang.gruppen()))
                .filter(vorgang -> query.status() == null || vorgang.status() == query.status())
                .filter(vorgang -> text == null || vorgang.betreff().contains(text))
                .skip(query.offset())
                .limit(query.limit())
                .toList();
    }

    @Override
    public List<Ereignis> verlauf(VorgangId id, Akteur akteur) {
        var begin = Instant.parse("2026-11-22T19:00:00Z");
        return List.of(
                new Ereignis("Auftrag anlegen", begin, begin),
                new Ereignis("Container leeren", begin, begin.plusSeconds(4_000)),
                new Ereignis("Protokoll ablegen", begin.plusSeconds(4_000), null));
    }

    @Override
    public synchronized void close(VorgangId id, String ergebnis) {
        cases.computeIfPresent(
                id,
                (same, open) -> new Vorgang(
                        id,
                        open.aktenzeichen(),
                        open.verfahren(),
                        open.betreff(),
                        open.ausloeser(),
                        open.kanal(),
                        Vorgang.Status.ABGESCHLOSSEN,
                        ergebnis,
                        open.daten(),
                        open.gruppen(),
                        open.angelegtAm(),
                        open.angelegtAm().plusSeconds(5_000)));
    }

    @Override
    public synchronized Optional<Vorgang> find(VorgangId id) {
        return Optional.ofNullable(cases.get(id));
    }

    @Override
    public synchronized List<Dokument> of(VorgangId vorgang, Akteur akteur) {
        return find(vorgang, akteur).isPresent() ? of(vorgang) : List.of();
    }

    @Override
    public synchronized List<Dokument> of(VorgangId vorgang) {
        return documents.values().stream()
                .filter(document -> document.vorgang().equals(vorgang))
                .toList();
    }

    @Override
    public Optional<WithContent> find(DokumentId id) {
        return Optional.empty();
    }

    @Override
    public synchronized Optional<WithContent> find(DokumentId id, Akteur akteur) {
        return Optional.ofNullable(documents.get(id))
                .filter(document -> find(document.vorgang(), akteur).isPresent())
                .map(document -> new WithContent(document, PDF));
    }

    @Override
    public synchronized Optional<WithContent> find(DokumentId id, int version, Akteur akteur) {
        return version == 1 ? find(id, akteur) : Optional.empty();
    }

    @Override
    public synchronized List<Dokumentblatt> blaetter(VorgangId vorgang, Akteur akteur) {
        return of(vorgang, akteur).stream().map(InMemoryProcesses::blatt).toList();
    }

    /** A draft has two versions, a filed document one. */
    private static Dokumentblatt blatt(Dokument document) {
        var versions = IntStream.rangeClosed(1, document.abgelegtAm() == null ? 2 : 1)
                .mapToObj(number -> new Dokumentversion(
                        number,
                        document.name(),
                        document.mediaType(),
                        document.sha256(),
                        null,
                        document.groesse(),
                        document.erstelltAm(),
                        "kim.krause"))
                .toList();
        return new Dokumentblatt(
                document,
                document.abgelegtAm() == null ? Richtung.AUSGANG : Richtung.EINGANG,
                LocalDate.parse("2026-11-22"),
                null,
                versions,
                Volltext.GELESEN);
    }

    @Override
    public Dokument receive(DokumentId id, Eingang eingang, byte[] content) {
        throw new UnsupportedOperationException("Expected pages only to read, but one files post");
    }

    /** With the real check of what comes in. */
    @Override
    public Upload receive(Eingang eingang, InputStream content) {
        return new Upload.NotFound();
    }

    @Override
    public synchronized Upload receive(Eingang eingang, InputStream content, Akteur akteur) {
        if (find(eingang.vorgang(), akteur).isEmpty()) {
            return new Upload.NotFound();
        }
        try {
            var bytes = content.readAllBytes();
            return switch (new Dateipruefung().check(eingang.name(), eingang.declaredMediaType(), bytes)) {
                case Befund.Refused refused -> new Upload.Refused(refused.sentence());
                case Befund.Allowed allowed -> new Upload.Kept(keep(eingang, allowed, bytes.length));
            };
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private Dokument keep(Eingang eingang, Befund.Allowed allowed, long size) {
        var made = Instant.parse("2026-11-22T20:20:00Z");
        var document = new Dokument(
                DokumentId.random(),
                eingang.vorgang(),
                allowed.name(),
                allowed.art().mediaType(),
                "abc",
                size,
                made,
                eingang.richtung() == Richtung.EINGANG ? made : null);
        documents.put(document.id(), document);
        return document;
    }

    @Override
    public synchronized Vermerk file(DokumentId id, Akteur akteur) {
        return find(id, akteur)
                .<Vermerk>map(found -> new Vermerk.Noted(found.dokument()))
                .orElseGet(Vermerk.NotFound::new);
    }

    @Override
    public Vermerk sent(DokumentId id, LocalDate tag) {
        throw new UnsupportedOperationException("Expected pages not to send, but one does");
    }

    @Override
    public Subscription subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Opened open(NewVorgang wanted) {
        throw new UnsupportedOperationException("Expected pages only to read, but one opens a Vorgang");
    }

    @Override
    public void supplement(VorgangId id, Map<String, @Nullable Object> daten) {
        throw new UnsupportedOperationException("Expected pages only to read, but one changes a Vorgang");
    }

    @Override
    public Map<AusloeserId, Instant> abgeschlossen(Collection<AusloeserId> ausloeser) {
        throw new UnsupportedOperationException("Expected no page to ask for this, but one did");
    }

    @Override
    public Optional<Vorgang> findByAusloeser(AusloeserId ausloeser) {
        return Optional.empty();
    }

    @Override
    public Dokument draft(DokumentId id, VorgangId vorgang, String name, String mediaType, byte[] content) {
        throw new UnsupportedOperationException("Expected pages only to read, but one makes a document");
    }

    @Override
    public Dokument file(DokumentId id) {
        throw new UnsupportedOperationException("Expected pages only to read, but one files a document");
    }
}
