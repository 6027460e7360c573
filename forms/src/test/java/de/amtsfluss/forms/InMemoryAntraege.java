package de.amtsfluss.forms;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Postfach;
import de.amtsfluss.processes.Postfachnachricht;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.io.InputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One service, applications with a code each, and an inbox with one message. */
final class InMemoryAntraege implements Antraege, Postfach {

    static final String CODE = "ABCD-EFGH-JKLM";
    static final VorgangId KNOWN = new VorgangId(new UUID(7, 7));

    private final Map<VorgangId, Vorgang> taken = new LinkedHashMap<>();

    InMemoryAntraege() {
        reset();
    }

    /** Back to the one application that is there. */
    synchronized void reset() {
        taken.clear();
        taken.put(KNOWN, vorgang(KNOWN, Map.of("vorname", "Paula", "hundName", "Bello <b>")));
    }

    private static Vorgang vorgang(VorgangId id, Map<String, @Nullable Object> daten) {
        return new Vorgang(
                id,
                "200.2-20.31/%04d-2026".formatted(id.value().getLeastSignificantBits() & 0xFFF),
                "hundesteuer-anmelden",
                "Hundesteuer anmelden",
                null,
                "portal",
                Vorgang.Status.OFFEN,
                null,
                daten,
                Set.of("betriebshof"),
                Instant.parse("2026-11-22T20:00:00Z"),
                null);
    }

    @Override
    public List<Leistung> leistungen() {
        return List.of(new Leistung(
                "hundesteuer-anmelden",
                "Hundesteuer anmelden",
                "Wer einen Hund aufnimmt, meldet ihn hier an.",
                "Amt für Finanzen",
                "KAG NRW",
                "hund-anmelden",
                List.of("betriebshof")));
    }

    @Override
    public Optional<Leistung> leistung(String verfahren) {
        return leistungen().stream()
                .filter(leistung -> leistung.verfahren().equals(verfahren))
                .findFirst();
    }

    @Override
    public synchronized Einreichung einreichen(Antrag antrag) {
        if ("unzulässig".equals(antrag.angaben().get("hundName"))) {
            return new Einreichung.Unvollstaendig(
                    Map.of("hundName", "„Rufname“ enthält ein Wort, das nicht erlaubt ist."));
        }
        var vorgang = vorgang(new VorgangId(antrag.id()), antrag.angaben());
        taken.put(vorgang.id(), vorgang);
        return new Einreichung.Angenommen(vorgang, CODE);
    }

    @Override
    public synchronized List<Stand> eigene(Akteur akteur) {
        return taken.values().stream().map(InMemoryAntraege::stand).toList();
    }

    @Override
    public synchronized Optional<Stand> stand(Zugang zugang) {
        return switch (zugang) {
            case Zugang.Konto konto -> Optional.empty();
            case Zugang.Amt amt ->
                Optional.ofNullable(taken.get(amt.vorgang()))
                        .filter(vorgang -> amt.akteur().isInOneOf(vorgang.gruppen()))
                        .map(InMemoryAntraege::stand);
            case Zugang.Code code ->
                taken.values().stream()
                        .filter(vorgang ->
                                vorgang.aktenzeichen().equals(code.aktenzeichen()) && CODE.equals(code.zugangscode()))
                        .findFirst()
                        .map(InMemoryAntraege::stand);
        };
    }

    private static Stand stand(Vorgang vorgang) {
        return new Stand(vorgang, vorgang.betreff(), "hund-anmelden", vorgang.angelegtAm(), true, false);
    }

    @Override
    public Aenderung ergaenzen(Zugang zugang, Map<String, @Nullable Object> angaben) {
        return stand(zugang).isEmpty() ? new Aenderung.Unbekannt() : new Aenderung.Geaendert();
    }

    @Override
    public Dokumente.Upload nachweisen(
            Zugang zugang, String name, @Nullable String declaredMediaType, InputStream content) {
        return stand(zugang).isEmpty()
                ? new Dokumente.Upload.NotFound()
                : new Dokumente.Upload.Refused("Die Datei „" + name + "“ ist leer.");
    }

    @Override
    public Aenderung zuruecknehmen(Zugang zugang) {
        return stand(zugang).isEmpty() ? new Aenderung.Unbekannt() : new Aenderung.ZuSpaet("Es ist schon entschieden.");
    }

    @Override
    public Festlegung festlegen(VorgangId vorgang, int gesehen) {
        return Festlegung.FESTGELEGT;
    }

    @Override
    public int fassung(VorgangId vorgang) {
        return 1;
    }

    @Override
    public Postfachnachricht put(New message) {
        throw new UnsupportedOperationException("Expected nobody to write here, but somebody does");
    }

    @Override
    public List<Postfachnachricht> of(String konto) {
        return of(KNOWN);
    }

    @Override
    public List<Postfachnachricht> of(VorgangId vorgang) {
        return List.of(new Postfachnachricht(
                new UUID(8, 8),
                vorgang,
                null,
                "Ein Bescheid liegt bereit <b>",
                "Bitte rufen Sie ihn ab.",
                null,
                Instant.parse("2026-11-22T20:10:00Z"),
                null));
    }

    @Override
    public List<Postfachnachricht> of(VorgangId vorgang, Akteur akteur) {
        return List.of();
    }

    @Override
    public Optional<Retrieved> retrieve(UUID id, String konto) {
        return Optional.empty();
    }

    @Override
    public Optional<Retrieved> retrieve(UUID id, VorgangId vorgang) {
        return Optional.empty();
    }
}
