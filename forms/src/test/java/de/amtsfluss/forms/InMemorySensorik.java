package de.amtsfluss.forms;

import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Downlinks.Downlink;
import de.amtsfluss.processes.Downlinks.Ergebnis;
import de.amtsfluss.processes.Downlinks.Verlauf;
import de.amtsfluss.processes.Downlinks.Zustand;
import de.amtsfluss.processes.Sensorik;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two containers and two messages that could not be used. */
class InMemorySensorik implements Sensorik {

    static final UUID LETTER = new UUID(0, 1);
    private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

    /** What the clock of the tests says. */
    private static final Instant NOW = Instant.parse("2026-11-22T20:30:00Z");

    private final Map<UUID, Stand> letters = new LinkedHashMap<>();
    private @Nullable String imported;
    private @Nullable Instant unmounted;
    private @Nullable Nachricht sent;

    InMemorySensorik() {
        reset();
    }

    final void reset() {
        letters.clear();
        letters.put(LETTER, Stand.OFFEN);
        letters.put(new UUID(0, 2), Stand.VERWORFEN);
        imported = null;
        unmounted = null;
        sent = null;
    }

    @Nullable
    Nachricht sent() {
        return sent;
    }

    Stand stand() {
        return letters.getOrDefault(LETTER, Stand.OFFEN);
    }

    @Nullable
    String imported() {
        return imported;
    }

    @Override
    public Einlesung einlesen(String csv, boolean probelauf, Akteur akteur) {
        if (csv.contains("kaputt")) {
            return new Einlesung(
                    0, List.of("Zeile 2: In breite muss eine Zahl wie 52.02 stehen, nicht „kaputt“."), true);
        }
        imported = probelauf ? null : csv;
        return new Einlesung(1, List.of(), true);
    }

    @Override
    public List<Sensorblatt> liste(Suche suche, Akteur akteur) {
        return List.of(blatt("BI-C-0001", true), blatt("BI-C-0002", false)).stream()
                .filter(blatt -> blatt.objekt().contains(suche.text()))
                .toList();
    }

    @Override
    public Optional<Sensorblatt> blatt(String objekt, Akteur akteur) {
        return liste(new Suche(objekt, null, 1), akteur).stream()
                .filter(blatt -> blatt.objekt().equals(objekt))
                .findFirst();
    }

    private Sensorblatt blatt(String id, boolean heard) {
        return new Sensorblatt(
                id,
                "container",
                "Siegfriedplatz 1, Mitte",
                "Mitte",
                52.0287,
                8.5224,
                Map.of("fraktion", "Glas", "volumenLiter", BigDecimal.valueOf(3000)),
                List.of(new Sensor("24E124713D000001", "milesight/em400-mud", AT, unmounted)),
                heard ? new Funk(AT, -97, 7.5, 1204, 3, 0.4) : null,
                heard
                        ? List.of(
                                new Messwert("fillLevel", 98.4, "%", AT),
                                new Messwert("temperature", 18.4, "Cel", AT),
                                new Messwert("tilt", 0, "1", AT))
                        : List.of(),
                heard ? List.of(new Auftrag("container-leeren", new AusloeserId(new UUID(0, 7)), AT)) : List.of());
    }

    @Override
    public Ausbau ausbauen(String objekt, String devEui, @Nullable Instant am, Akteur akteur) {
        var at = am == null ? NOW : am;
        if (at.isAfter(NOW)) {
            return Ausbau.IN_ZUKUNFT;
        }
        if (unmounted != null || !objekt.equals("BI-C-0001") || !devEui.equalsIgnoreCase("24E124713D000001")) {
            return Ausbau.NICHT_DORT;
        }
        if (!at.isAfter(AT)) {
            return Ausbau.VOR_BEGINN;
        }
        unmounted = at;
        return Ausbau.AUSGEBAUT;
    }

    @Nullable
    Instant unmounted() {
        return unmounted;
    }

    @Override
    public Optional<Downlinkblatt> downlinks(String objekt, Akteur akteur) {
        return blatt(objekt, akteur)
                .map(blatt -> new Downlinkblatt(
                        blatt.funk() == null ? Map.of() : Map.of("ueblichMelden", "Stündlich melden"),
                        blatt.funk() == null
                                ? List.of()
                                : List.of(late(), downlink(new UUID(0, 6), "sina.mustermann"))));
    }

    @Override
    public Optional<Downlink> senden(Nachricht nachricht, Akteur akteur) {
        sent = nachricht;
        return blatt(nachricht.objekt(), akteur)
                .map(blatt -> downlink(nachricht.id().value(), akteur.kennung()));
    }

    private static Downlink downlink(UUID id, String von) {
        return new Downlink(
                new DownlinkId(id),
                "BI-C-0001",
                "24E124713D000001",
                "ueblichMelden",
                true,
                von,
                AT,
                AT.plusSeconds(86_400),
                new Verlauf(Zustand.UEBERGEBEN, AT.plusSeconds(2), null, null, null, null, null, 1));
    }

    private static Downlink late() {
        return new Downlink(
                new DownlinkId(new UUID(0, 5)),
                "BI-C-0001",
                "24E124713D000001",
                "Port 85: ff03100e",
                true,
                "lorawan.downlink",
                AT,
                AT.plusSeconds(3_600),
                new Verlauf(
                        Zustand.BEENDET,
                        AT.plusSeconds(2),
                        null,
                        AT.plusSeconds(3_600),
                        Ergebnis.ABGELAUFEN,
                        "Der Sensor hat bis zum Ende der Frist nicht zugehört.",
                        AT.plusSeconds(7_200),
                        1));
    }

    @Override
    public List<UnzustellbareMeldung> unzustellbare(Filter filter, Akteur akteur) {
        return letters.keySet().stream()
                .map(this::letter)
                .filter(letter -> filter.alle() || letter.stand() == Stand.OFFEN)
                .filter(letter -> filter.grund() == null || letter.grund().equals(filter.grund()))
                .toList();
    }

    private UnzustellbareMeldung letter(UUID id) {
        var stand = letters.getOrDefault(id, Stand.OFFEN);
        return new UnzustellbareMeldung(
                id,
                "unknown-device",
                "Expected device 24E124713D0000FF to be registered, but it is not",
                AT,
                "kafka, lorawan.uplinks",
                "24E124713D0000FF",
                "{\"devEui\":\"24E124713D0000FF\",\"note\":\"<script>alert(1)</script>\"}",
                stand,
                stand == Stand.OFFEN ? null : "sina.mustermann",
                stand == Stand.OFFEN ? null : AT);
    }

    @Override
    public Optional<UnzustellbareMeldung> unzustellbare(UUID id, Akteur akteur) {
        return letters.containsKey(id) ? Optional.of(letter(id)) : Optional.empty();
    }

    @Override
    public int wiederholen(Set<UUID> ids, Akteur akteur) {
        return handle(ids, Stand.WIEDERHOLT);
    }

    @Override
    public int verwerfen(Set<UUID> ids, Akteur akteur) {
        return handle(ids, Stand.VERWORFEN);
    }

    private int handle(Set<UUID> ids, Stand stand) {
        var open = ids.stream().filter(id -> letters.get(id) == Stand.OFFEN).toList();
        open.forEach(id -> letters.put(id, stand));
        return open.size();
    }

    @Override
    public Probe probe(Instant von, Instant bis, List<String> ausloeser, List<DmnFile> tabellen, Akteur akteur) {
        return ausloeser.contains("kaputt")
                ? new Probe.Abgelehnt(List.of("Expected trigger to be a map of settings, but it is not"))
                : new Probe.Gelaufen(
                        1204,
                        Map.of("undecodable", 2L),
                        List.of(new Probeauftrag("container-leeren", "BI-C-0001", AT, "sofort", null)),
                        List.of("sensor-pruefen"),
                        true);
    }
}
