package de.amtsfluss.workers.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTextsTests {

    final MailTexts texts = new MailTexts(new MailProperties(
            "amtsfluss@example.org",
            null,
            URI.create("https://amtsfluss.example"),
            URI.create("https://amtsfluss.example/portal")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            geleert      | Container BI-C-0001 geleert – 700.3-70.41/0001-2026          | der Betriebshof hat den Container BI-C-0001 geleert.
            gemessen     | Container BI-C-0001: Leerung gemessen – 700.3-70.41/0001-2026 | der Sensor hat gemessen, dass der Container BI-C-0001 geleert wurde.
            nichtGeleert | Container BI-C-0001 nicht geleert – 700.3-70.41/0001-2026    | der Container BI-C-0001 konnte nicht geleert werden.
            """)
    void saysHowTheOrderEnded(String ergebnis, String subject, String sentence) {
        var text = office(notification("container-ergebnis", ergebnis));

        assertThat(text.subject()).isEqualTo(subject);
        assertThat(text.body())
                .contains(sentence)
                .contains("https://amtsfluss.example/vorgaenge/00000000-0000-0000-0000-000000000001");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nachholen      | Folge: Leerung nachholen
            ordnungsamt    | Folge: Ordnungsamt informieren, Leerung nachholen
            reparatur      | Folge: Reparatur beauftragen
            abfallberatung | Folge: Abfallberatung informieren
            disposition    | Folge: Bitte entscheiden Sie, was zu tun ist
            """)
    void saysWhatFollows(String folge, String sentence) {
        assertThat(office(notification("container-ergebnis", "nichtGeleert", folge))
                        .body())
                .contains(sentence);
    }

    @Test
    void saysNothingOfAConsequenceWhereThereIsNone() {
        assertThat(office(notification("container-ergebnis", "geleert", "keine"))
                        .body())
                .doesNotContain("Folge");
        assertThat(office(notification("container-ergebnis", "gemessen")).body())
                .doesNotContain("Folge");
    }

    @Test
    void remindsAndEscalates() {
        assertThat(office(notification("container-erinnerung", "")).subject())
                .isEqualTo("Erinnerung: Container BI-C-0001 leeren – 700.3-70.41/0001-2026");
        assertThat(office(notification("container-eskalation", "")).subject())
                .isEqualTo("Frist abgelaufen: Container BI-C-0001 – 700.3-70.41/0001-2026");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gefahr-melden            | alarm       | Brand: Container X-1                              | eine Gefahr am Container X-1: Brand.
            gefahr-melden            | lage        | Geänderte Lage: Container X-1                     | misst am Container X-1 jetzt: Umgekippt.
            gefahr-melden            | ergebnis    | Container X-1: Fehlalarm festgestellt             | Es war ein Fehlalarm.
            gefahr-melden            | eskalation  | Frist abgelaufen: Gefahr bestätigen, Container X-1 | noch offen
            parkflaechen-ueberwachen | geaendert   | Maßnahme geändert: Stellplatz X-1                 | Zuletzt belegt seit: 256 Minuten
            hochwasser-melden        | alarm       | Hochwasser, Meldestufe 3: Pegel X-1               | der Pegelstand ist 203 cm
            luftqualitaet-melden     | geaendert   | Stufe geändert: Messstelle X-1                    | PM10 zuletzt: 104 µg/m³
            luftqualitaet-melden     | presse      | Bitte informieren: Luftqualität, Messstelle X-1   | die Öffentlichkeit zu informieren
            funkabdeckung-pruefen    | erinnerung  | Erinnerung: Messfahrt auswerten, Stadtbezirk X-1  | wartet noch auf Sie
            """)
    void tellsOfficesOfWhatSensorsAskFor(String verfahren, String template, String subject, String sentence) {
        var daten = new HashMap<String, Object>();
        Stream.of("containerId", "stellplatzId", "pegelId", "messstelleId", "bezirk")
                .forEach(name -> daten.put(name, "X-1"));
        daten.putAll(Map.of("ort", "Musterplatz 1", "gewaesser", "Musterbach", "ergebnis", "fehlalarm"));
        daten.putAll(Map.of("massnahmeZuletzt", "kontrolle", "belegtMinutenZuletzt", 256, "stufeZuletzt", 3));
        daten.putAll(Map.of("pegelZuletztZentimeter", 203, "pm10Zuletzt", 104.2));
        daten.putAll(Map.of("gefahr", "brand", "gefahrZuletzt", "umgekippt"));

        var text = office(notification(verfahren, template, daten));

        assertThat(text.subject()).isEqualTo(subject + " – 700.3-70.41/0001-2026");
        assertThat(text.body())
                .contains(sentence)
                .contains("https://amtsfluss.example/vorgaenge/")
                .doesNotContain("null", "PM2,5");
    }

    private static Notice notification(String template, String ergebnis) {
        return notification(
                template, Map.of("containerId", "BI-C-0001", "ort", "Siegfriedplatz 1", "ergebnis", ergebnis));
    }

    private static Notice notification(String template, String ergebnis, String folge) {
        return notification(
                template,
                Map.of("containerId", "BI-C-0001", "ort", "Siegfriedplatz 1", "ergebnis", ergebnis, "folge", folge));
    }

    private static Notice notification(String template, Map<String, Object> daten) {
        return notification("container-leeren", template, daten);
    }

    private static Notice notification(String verfahren, String template, Map<String, Object> daten) {
        var vorgang = new Vorgang(
                new VorgangId(new UUID(0, 1)),
                "700.3-70.41/0001-2026",
                verfahren,
                "Container BI-C-0001 leeren",
                null,
                "sensor",
                Vorgang.Status.OFFEN,
                null,
                Map.copyOf(daten),
                Set.of("disposition"),
                Instant.EPOCH,
                null);
        return new Notice(template, vorgang);
    }

    private MailText office(Notice notice) {
        return texts.forOffice(notice.template(), notice.vorgang());
    }

    private record Notice(String template, Vorgang vorgang) {}

    @Test
    void tellsACitizenWhatTheTextNeedsAndNothingElse() {
        var vorgang = citizensVorgang();

        assertThat(texts.forPerson("nachforderung", vorgang, "Erika Musterfrau", Map.of("frist", "2026-12-24")))
                .satisfies(text -> {
                    assertThat(text.subject())
                            .isEqualTo("Zu Ihrer Anmeldung zur Hundesteuer fehlen Unterlagen – 200.1-2/0001-2026");
                    assertThat(text.body()).contains("bis zum 24.12.2026 nach", "https://amtsfluss.example/portal");
                });
        assertThat(texts.forPerson("nachforderung", vorgang, "Erika Musterfrau", Map.of())
                        .body())
                .contains("Bitte reichen Sie sie nach.");
        assertThat(texts.forPerson("eingang", vorgang, "Erika Musterfrau", Map.of())
                        .body())
                .contains("200.1-2/0001-2026")
                .doesNotContain("dauert");
        assertThat(texts.forPerson("bescheid", vorgang, "Erika Musterfrau", Map.of())
                        .html())
                .contains("<p>Guten Tag Erika Musterfrau,</p>")
                .doesNotContain("Steuerschuld");
        assertThatThrownBy(() -> texts.forPerson("../container-leeren/container-erinnerung", vorgang, "x", Map.of()))
                .as("a template of the office names data, which a citizen's text does not get")
                .hasMessageContaining("container");
    }

    private static Vorgang citizensVorgang() {
        return new Vorgang(
                new VorgangId(new UUID(0, 1)),
                "200.1-2/0001-2026",
                "hundesteuer-anmelden",
                "Hundesteuer",
                null,
                "portal",
                Vorgang.Status.OFFEN,
                null,
                Map.of("geheimnis", "Steuerschuld 4711"),
                Set.of("steueramt"),
                Instant.EPOCH,
                null);
    }
}
