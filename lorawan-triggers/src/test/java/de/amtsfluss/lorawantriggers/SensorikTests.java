package de.amtsfluss.lorawantriggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.lorawantriggers.uplink.UplinkLog;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Fuellstaende;
import de.amtsfluss.processes.Sensorik;
import de.amtsfluss.processes.Sensorik.Ausbau;
import de.amtsfluss.processes.Sensorik.Filter;
import de.amtsfluss.processes.Sensorik.Probe;
import de.amtsfluss.processes.Sensorik.Probeauftrag;
import de.amtsfluss.processes.Sensorik.Sensorblatt;
import de.amtsfluss.processes.Sensorik.Stand;
import de.amtsfluss.processes.Sensorik.Suche;
import de.amtsfluss.processes.Sensorik.UnzustellbareMeldung;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the people who run the sensors see and do, on real servers. */
@OnRealServers
class SensorikTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Akteur OPERATOR = new Akteur("sina.mustermann", "Sina Mustermann", Set.of(Sensorik.GRUPPE));
    private static final Akteur STRANGER = new Akteur("mia.mustermann", "Mia Mustermann", Set.of("betriebshof"));
    private static final String HEADER =
            "id;art;ort;breite;laenge;bezirk;devEui;geraetetyp;gueltigAb;merkmal.fraktion;merkmal.volumenLiter;"
                    + "kalibrierung.emptyDistanceMm;kalibrierung.fullDistanceMm\n";

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private Sensorik sensorik;

    @Autowired
    private Fuellstaende fuellstaende;

    @Autowired
    private UplinkLog log;

    @Autowired
    private JdbcClient jdbc;

    @Value("${local.server.port}")
    private int port;

    @Test
    void aDeadLetterGoesThroughOnceItsDeviceIsRegistered() throws Exception {
        var sensor = new ChirpStackEvents(new DevEui("24E124713EDD0001"), "01a44c4c");
        post(sensor.up(1, 270, Instant.now().minusSeconds(60)));
        var letter = awaitLetter("24E124713EDD0001");
        assertThat(letter.grund()).isEqualTo("unknown-device");
        assertThat(letter.inhalt()).contains("24E124713EDD0001");

        assertThat(sensorik.wiederholen(Set.of(letter.id()), STRANGER)).isZero();
        assertThat(sensorik.einlesen(HEADER + line("DEAD-1", "24E124713EDD0001"), false, OPERATOR)
                        .fehler())
                .isEmpty();
        assertThat(sensorik.wiederholen(Set.of(letter.id()), OPERATOR)).isEqualTo(1);
        assertThat(sensorik.wiederholen(Set.of(letter.id()), OPERATOR)).isZero();

        await().atMost(PATIENCE).until(() -> blatt("DEAD-1").funk() != null);
        assertThat(blatt("DEAD-1").messwerte()).anySatisfy(wert -> {
            assertThat(wert.groesse()).isEqualTo("fillLevel");
            assertThat(wert.wert()).isEqualTo(98.4);
            assertThat(wert.einheit()).isEqualTo("%");
        });
        assertThat(blatt("DEAD-1").auftraege()).hasSize(1);
        assertThat(fuellstaende.mindestens(98.4, "Glas", "Mitte"))
                .extracting(Fuellstaende.Fuellstand::containerId)
                .contains("DEAD-1");
        assertThat(fuellstaende.mindestens(98.5, "Glas", "Mitte"))
                .extracting(Fuellstaende.Fuellstand::containerId)
                .doesNotContain("DEAD-1");
        assertThat(sensorik.unzustellbare(letter.id(), OPERATOR)).hasValueSatisfying(handled -> {
            assertThat(handled.stand()).isEqualTo(Stand.WIEDERHOLT);
            assertThat(handled.bearbeitetVon()).isEqualTo("sina.mustermann");
        });
    }

    @Test
    void brokenDocumentsGoThroughTheIntakeAgain() throws Exception {
        post("{\"kaputt\": \"24e124713edd0002\"".getBytes(StandardCharsets.UTF_8));
        var letter = await().atMost(PATIENCE)
                .until(
                        () -> sensorik.unzustellbare(new Filter("broken-json", null, false, 1), OPERATOR).stream()
                                .filter(found -> found.inhalt().contains("24e124713edd0002"))
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();

        assertThat(sensorik.wiederholen(Set.of(letter.id()), OPERATOR)).isEqualTo(1);

        var again = await().atMost(PATIENCE)
                .until(
                        () -> sensorik.unzustellbare(new Filter("broken-json", null, false, 1), OPERATOR).stream()
                                .filter(found -> found.inhalt().contains("24e124713edd0002"))
                                .toList(),
                        found -> found.size() == 1 && !found.getFirst().id().equals(letter.id()))
                .getFirst();
        assertThat(sensorik.verwerfen(Set.of(again.id()), OPERATOR)).isEqualTo(1);
        assertThat(sensorik.unzustellbare(again.id(), OPERATOR))
                .hasValueSatisfying(handled -> assertThat(handled.stand()).isEqualTo(Stand.VERWORFEN));
    }

    @Test
    void whatOurOwnTopicsCannotUseIsSentThereAgain() {
        log.append("lorawan.events", null, "kaputt".getBytes(StandardCharsets.UTF_8))
                .join();
        var letter = await().atMost(PATIENCE)
                .until(this::unreadable, found -> found.size() == 1)
                .getFirst();

        assertThat(sensorik.wiederholen(Set.of(letter.id()), OPERATOR)).isEqualTo(1);

        await().atMost(PATIENCE)
                .until(
                        this::unreadable,
                        found -> found.size() == 1 && !found.getFirst().id().equals(letter.id()));
    }

    private List<UnzustellbareMeldung> unreadable() {
        return sensorik.unzustellbare(new Filter("unreadable", null, false, 1), OPERATOR).stream()
                .filter(letter -> letter.inhalt().equals("kaputt"))
                .toList();
    }

    @Test
    void aDryRunTellsWhatOtherRulesWouldHaveAskedForAndAsksForNothing() throws Exception {
        var from = Instant.now().minusSeconds(5);
        assertThat(sensorik.einlesen(HEADER + line("DRY-1", "24E124713EDD0003"), false, OPERATOR)
                        .fehler())
                .isEmpty();
        var sensor = new ChirpStackEvents(new DevEui("24E124713EDD0003"), "01a44c4c");
        // 65 %: the table says "keine" or "beobachten" below 80 %.
        post(sensor.up(1, 532, Instant.now().minusSeconds(40)));
        post(sensor.up(2, 1490, Instant.now().minusSeconds(20)));
        await().atMost(PATIENCE).until(() -> {
            var funk = blatt("DRY-1").funk();
            return funk != null && funk.empfangen() == 2;
        });
        var rules = new ClassPathResource("triggers/container-leeren.yaml")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("held: [auftrag]", "held: [beobachten, auftrag, keine]")
                .replace("holdReadings: 2", "holdReadings: 1");

        var probe = sensorik.probe(from, Instant.now().plusSeconds(5), List.of(rules), List.of(), OPERATOR);

        assertThat(probe).isInstanceOfSatisfying(Probe.Gelaufen.class, gelaufen -> {
            assertThat(gelaufen.vollstaendig()).isTrue();
            assertThat(gelaufen.auftraege())
                    .filteredOn(auftrag -> auftrag.objekt().equals("DRY-1"))
                    .hasSize(1)
                    .first()
                    .extracting(Probeauftrag::beendetAm)
                    .isNotNull();
        });
        assertThat(jdbc.sql("select count(*) from processes.message_outbox where correlation_key = 'DRY-1'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aDryRunRefusesRulesThatCannotBeRead() {
        assertThat(sensorik.probe(
                        Instant.now(), Instant.now().minusSeconds(1), List.of("verfahren: x"), List.of(), OPERATOR))
                .isInstanceOfSatisfying(
                        Probe.Abgelehnt.class,
                        abgelehnt -> assertThat(abgelehnt.saetze())
                                .anyMatch(satz -> satz.contains("decision"))
                                .anyMatch(satz -> satz.contains("Expected a time that ends after it begins")));
    }

    @Test
    void aSilentSensorIsLookedAfterUntilItIsHeard() throws Exception {
        assertThat(sensorik.einlesen(HEADER + line("STILL-1", "24E124713EDD0004"), false, OPERATOR)
                        .fehler())
                .isEmpty();

        evaluateByTheClock();
        await().atMost(PATIENCE).until(() -> outbox("STILL-1").equals(List.of("sensor-pruefen.sensorStumm PENDING")));

        post(new ChirpStackEvents(new DevEui("24E124713EDD0004"), "01a44c4c").up(1, 1490, Instant.now()));
        await().atMost(PATIENCE).until(() -> blatt("STILL-1").funk() != null);
        evaluateByTheClock();
        await().atMost(PATIENCE).until(() -> outbox("STILL-1").equals(List.of("sensor-pruefen.sensorStumm WITHDRAWN")));
    }

    @Test
    void aBlockedAccessForTheFireBrigadeIsReportedOnceUntilItIsFree() throws Exception {
        var header =
                "id;art;ort;breite;laenge;bezirk;devEui;geraetetyp;gueltigAb;merkmal.flaechenart;merkmal.parkzone\n";
        assertThat(sensorik.einlesen(
                                header
                                        + "PARK-1;stellplatz;Jahnplatz 1, Mitte;52.02;8.53;Mitte;24E124713EDD0005;bosch/tps110;"
                                        + "2026-01-01T00:00:00Z;feuerwehrzufahrt;M1",
                                false,
                                OPERATOR)
                        .fehler())
                .isEmpty();
        var space = new ChirpStackEvents(new DevEui("24E124713EDD0005"), "01a44c4c");

        post(onPort1(space.up(1, new byte[] {1}, Instant.now().minusSeconds(600))));
        await().atMost(PATIENCE).until(() -> blatt("PARK-1").funk() != null);
        evaluateByTheClock();
        await().atMost(PATIENCE)
                .until(() ->
                        outbox("PARK-1").equals(List.of("parkflaechen-ueberwachen.parkdauerUeberschritten PENDING")));
        evaluateByTheClock();

        post(onPort1(space.up(2, new byte[] {0}, Instant.now().minusSeconds(120))));
        await().atMost(PATIENCE)
                .until(() -> Objects.requireNonNull(blatt("PARK-1").funk()).empfangen() == 2);
        evaluateByTheClock();
        await().atMost(PATIENCE)
                .until(() ->
                        outbox("PARK-1").equals(List.of("parkflaechen-ueberwachen.parkdauerUeberschritten WITHDRAWN")));
    }

    /** Makes all triggers of the clock due, and waits until they were evaluated. */
    private void evaluateByTheClock() {
        jdbc.sql("delete from lorawan_triggers.clock_run").update();
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from lorawan_triggers.clock_run")
                                .query(Long.class)
                                .single()
                        == 3);
    }

    private List<String> outbox(String asset) {
        return jdbc.sql("""
                        select name || ' ' || state from processes.message_outbox where correlation_key = ?
                        order by created_at
                        """)
                .param(asset)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static byte[] onPort1(byte[] event) {
        return new String(event, StandardCharsets.UTF_8)
                .replace("\"fPort\":85", "\"fPort\":1")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aSensorIsTakenOffItsObjectOnceAndTheProtokollKnows() {
        assertThat(sensorik.einlesen(HEADER + line("AUS-1", "24E124713EDD0006"), false, OPERATOR)
                        .fehler())
                .isEmpty();
        var at = Instant.now().minusSeconds(3600).truncatedTo(ChronoUnit.SECONDS);

        assertThat(sensorik.ausbauen("AUS-1", "24E124713EDD0006", at, STRANGER)).isEqualTo(Ausbau.NICHT_ERLAUBT);
        assertThat(sensorik.ausbauen("BI-C-0001", "24E124713EDD0006", at, OPERATOR))
                .isEqualTo(Ausbau.NICHT_DORT);
        assertThat(sensorik.ausbauen("AUS-1", "kaputt", at, OPERATOR)).isEqualTo(Ausbau.NICHT_DORT);
        assertThat(sensorik.ausbauen("AUS-1", "24E124713EDD0006", Instant.parse("2026-01-01T00:00:00Z"), OPERATOR))
                .isEqualTo(Ausbau.VOR_BEGINN);
        assertThat(sensorik.ausbauen("AUS-1", "24E124713EDD0006", Instant.now().plusSeconds(600), OPERATOR))
                .isEqualTo(Ausbau.IN_ZUKUNFT);
        assertThat(blatt("AUS-1").sensoren().getFirst().gueltigBis()).isNull();

        assertThat(sensorik.ausbauen("AUS-1", "24e124713edd0006", at, OPERATOR)).isEqualTo(Ausbau.AUSGEBAUT);
        assertThat(sensorik.ausbauen("AUS-1", "24E124713EDD0006", null, OPERATOR))
                .isEqualTo(Ausbau.NICHT_DORT);
        assertThat(blatt("AUS-1").sensoren().getFirst().gueltigBis()).isEqualTo(at);
        assertThat(jdbc.sql("""
                        select akteur || ' ' || neuer_wert from processes.protokoll
                        where objekt_id = '24E124713EDD0006' and metadatum = 'gueltigBis'""").query(String.class).list()).containsExactly("sina.mustermann " + at);
    }

    @Test
    void strangersSeeAndChangeNothing() {
        assertThat(sensorik.liste(new Suche("", null, 1), OPERATOR)).isNotEmpty();
        assertThat(sensorik.liste(new Suche("", null, 1), STRANGER)).isEmpty();
        assertThat(sensorik.blatt("BI-C-0001", STRANGER)).isEmpty();
        assertThat(sensorik.einlesen(HEADER, true, STRANGER).erlaubt()).isFalse();
        assertThat(sensorik.unzustellbare(new Filter(null, null, true, 1), STRANGER))
                .isEmpty();
        assertThat(sensorik.probe(Instant.EPOCH, Instant.now(), List.of(), List.of(), STRANGER))
                .isInstanceOf(Probe.Abgelehnt.class);
    }

    @Test
    void objectsAreFoundByPlaceNumberAndSensor() {
        assertThat(sensorik.liste(new Suche("siegfriedplatz", "container", 1), OPERATOR))
                .extracting(Sensorblatt::objekt)
                .contains("BI-C-0001");
        assertThat(sensorik.liste(new Suche("24e124713d000002", null, 1), OPERATOR))
                .extracting(Sensorblatt::objekt)
                .containsExactly("BI-C-0002");
        assertThat(sensorik.liste(new Suche("BI-C", "baum", 1), OPERATOR)).isEmpty();
    }

    private static String line(String id, String devEui) {
        return "%s;container;Jahnplatz 1, Mitte;52.02;8.53;Mitte;%s;milesight/em400-mud;2026-01-01T00:00:00Z;Glas;3000;1500;250"
                .formatted(id, devEui);
    }

    private Sensorblatt blatt(String objekt) {
        return sensorik.blatt(objekt, OPERATOR).orElseThrow();
    }

    private UnzustellbareMeldung awaitLetter(String devEui) {
        return await().atMost(PATIENCE)
                .until(
                        () -> sensorik.unzustellbare(new Filter(null, devEui, false, 1), OPERATOR),
                        found -> found.size() == 1)
                .getFirst();
    }

    private void post(byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/api/lorawan/chirpstack?event=up".formatted(port)))
                .header("Authorization", "Bearer correct-horse")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
    }
}
