package de.amtsfluss.lorawantriggers;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Codecversuche;
import de.amtsfluss.processes.Codecversuche.Ergebnis;
import de.amtsfluss.processes.Codecversuche.Gelesen;
import de.amtsfluss.processes.Codecversuche.Hindernis;
import de.amtsfluss.processes.Codecversuche.Lesart;
import de.amtsfluss.processes.Codecversuche.Nutzlast;
import de.amtsfluss.processes.Codecversuche.Richtung;
import de.amtsfluss.processes.Codecversuche.Versuch;
import de.amtsfluss.processes.Codecversuche.Wert;
import de.amtsfluss.processes.Sensorik;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the people who run the sensors learn of a codec, in the real sandbox. */
// The same servers and settings as those of SensorikTests, so that both share them.
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.MQTT})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "amtsfluss.roles=web,triggers",
            "amtsfluss.lorawan-triggers.webhook-secret=correct-horse",
            "amtsfluss.lorawan-triggers.demo-data=true",
            "amtsfluss.lorawan-triggers.clock.poll=PT1S"
        })
class CodecversucheTests {

    private static final Akteur OPERATOR = new Akteur("sina.mustermann", "Sina Mustermann", Set.of(Sensorik.GRUPPE));
    private static final Akteur STRANGER = new Akteur("mia.mustermann", "Mia Mustermann", Set.of("betriebshof"));
    private static final String SUM = """
            function decodeUplink(input) {
              if (input.bytes.length === 1) { return { errors: ["zu kurz"] }; }
              return { data: { summe: input.bytes[0] + input.bytes[1] }, warnings: ["nur eine Probe"] };
            }
            """;

    @Autowired
    private Codecversuche codecversuche;

    @Test
    void anInstalledTypeGivesMeasurementsWithUnits() {
        var ergebnis =
                gerufen(new Versuch("milesight/em400-mud", "", Richtung.UPLINK_LESEN, 85, "AXVcA2cBAQSCDgEFAAA="));

        assertThat(ergebnis.gelesen()).isEqualTo(new Gelesen(Lesart.BASE64, 14));
        assertThat(ergebnis.fehler()).isEmpty();
        assertThat(ergebnis.daten()).contains("\n");
        assertThat(ergebnis.messwerte()).contains(new Wert("battery", 92, "%"), new Wert("distance", 270, "mm"));
        assertThat(ergebnis.mikrosekunden()).isPositive();
    }

    @Test
    void aSourceGivesDataWarningsAndErrors() {
        var good = gerufen(new Versuch("", SUM, Richtung.UPLINK_LESEN, 1, "0x03 0x04"));
        assertThat(good.gelesen()).isEqualTo(new Gelesen(Lesart.HEXADEZIMAL, 2));
        assertThat(good.daten()).containsPattern("\"summe\" ?: 7");
        assertThat(good.warnungen()).containsExactly("nur eine Probe");
        assertThat(good.messwerte()).isEmpty();

        var bad = gerufen(new Versuch("", SUM, Richtung.UPLINK_LESEN, 1, "base64:Aw=="));
        assertThat(bad.gelesen()).isEqualTo(new Gelesen(Lesart.BASE64, 1));
        assertThat(bad.fehler()).containsExactly("zu kurz");
        assertThat(bad.daten()).isNull();

        var endless = new Versuch("", "function decodeUplink() { while (true) {} }", Richtung.UPLINK_LESEN, 1, "00");
        assertThat(gerufen(endless).fehler()).singleElement().asString().contains("stopped");
    }

    @Test
    void aDownlinkIsMadeOfACommand() {
        var ergebnis =
                gerufen(new Versuch("decentlab/dl-lid", "", Richtung.DOWNLINK_BILDEN, 1, "{\"command\": \"reset\"}"));

        assertThat(ergebnis.gelesen()).isNull();
        assertThat(ergebnis.nutzlast()).isEqualTo(new Nutzlast(1, "fefe00003c50", "/v4AADxQ"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', UPLINK_LESEN, 1, 00, KEIN_CODEC",
        "bosch/tps110, 'x', UPLINK_LESEN, 1, 00, ZWEI_CODECS",
        "muster/fehlt, '', UPLINK_LESEN, 1, 00, TYP_UNBEKANNT",
        "bosch/tps110, '', UPLINK_LESEN, 0, 00, PORT_UNGUELTIG",
        "bosch/tps110, '', DOWNLINK_LESEN, 224, 00, PORT_UNGUELTIG",
        "bosch/tps110, '', UPLINK_LESEN, 1, ' ', INHALT_FEHLT",
        "bosch/tps110, '', UPLINK_LESEN, 1, wie bitte?, INHALT_KEINE_BYTES",
        "bosch/tps110, '', UPLINK_LESEN, 1, base64:?, INHALT_KEINE_BYTES",
        "bosch/tps110, '', DOWNLINK_BILDEN, 1, {kaputt, INHALT_KEIN_JSON",
    })
    void whatCannotBeTriedIsNamed(
            String typ, String quelltext, Richtung richtung, int port, String inhalt, Hindernis hindernis) {
        assertThat(codecversuche.versuchen(new Versuch(typ, quelltext, richtung, port, inhalt), OPERATOR))
                .isEqualTo(new Ergebnis.Abgelehnt(List.of(hindernis)));
    }

    @Test
    void allThatIsInTheWayIsNamedAtOnce() {
        var versuch = new Versuch(
                "", "/".repeat(Codecversuche.LONGEST_SOURCE + 1), Richtung.UPLINK_LESEN, 300, "00".repeat(243));

        assertThat(codecversuche.versuchen(versuch, OPERATOR))
                .isEqualTo(new Ergebnis.Abgelehnt(
                        List.of(Hindernis.QUELLTEXT_ZU_LANG, Hindernis.PORT_UNGUELTIG, Hindernis.INHALT_ZU_LANG)));
    }

    @Test
    void typesAreShownToThoseWhoRunTheSensorsOnly() {
        assertThat(codecversuche.geraetetypen(OPERATOR))
                .filteredOn(typ -> typ.name().equals("bosch/tps110"))
                .singleElement()
                .satisfies(typ -> {
                    assertThat(typ.groessen()).containsEntry("occupancy", "1");
                    assertThat(typ.version()).isZero();
                    assertThat(typ.titel()).startsWith("Bosch");
                    assertThat(typ.quelle()).startsWith("http");
                });
        assertThat(codecversuche.geraetetypen(STRANGER)).isEmpty();
        assertThat(codecversuche.versuchen(new Versuch("bosch/tps110", "", Richtung.UPLINK_LESEN, 1, "00"), STRANGER))
                .isEqualTo(new Ergebnis.Abgelehnt(List.of(Hindernis.NICHT_ERLAUBT)));
    }

    private Ergebnis.Gerufen gerufen(Versuch versuch) {
        return (Ergebnis.Gerufen) codecversuche.versuchen(versuch, OPERATOR);
    }
}
