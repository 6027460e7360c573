package de.amtsfluss.workers.auskunft;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Anschrift;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Auskunftsinhalt;
import de.amtsfluss.processes.Auskunftsinhalt.Anfrage;
import de.amtsfluss.processes.Auskunftsinhalt.Angabe;
import de.amtsfluss.processes.Auskunftsinhalt.Dokumentangabe;
import de.amtsfluss.processes.Auskunftsinhalt.Entscheidungsangabe;
import de.amtsfluss.processes.Auskunftsinhalt.Fristangabe;
import de.amtsfluss.processes.Auskunftsinhalt.Nachricht;
import de.amtsfluss.processes.Auskunftsinhalt.Sendung;
import de.amtsfluss.processes.Auskunftsinhalt.Verarbeitung;
import de.amtsfluss.processes.Auskunftsinhalt.Vorgangsauskunft;
import de.amtsfluss.processes.Auskunftsinhalt.Zugriff;
import de.amtsfluss.workers.documents.Letters;
import de.amtsfluss.workers.documents.PdfPruefung;
import de.amtsfluss.workers.documents.template.LetterFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuskunftsbriefTests {

    private static final UUID ID = new UUID(0, 15);
    private static final Instant NOW = Instant.parse("2026-11-26T09:30:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final Anschrift ANSCHRIFT = new Anschrift("Musterstraße 1", "33602", "Bielefeld");

    /** Keys of entries, and days and moments, which stand there as people write them. */
    private static final Set<String> WRITTEN_OTHERWISE = Set.of("schema", "schluessel", "wert", "zeichen");

    final JsonMapper json = JsonMapper.builder().build();
    final Auskunftsbrief brief =
            new Auskunftsbrief(new Letters(LetterFiles.delivered(), Clock.fixed(NOW, ZoneOffset.UTC)), json);

    @Test
    void everyEntryOfTheAnswerStandsInTheLetter() throws Exception {
        var inhalt = inhalt(ANSCHRIFT, "Bello", vorgang("200.2-20.31/0001-2026", "Bello"), geloescht());

        var pdf = brief.pdf(ID, inhalt);

        Files.write(Path.of("target", "auskunft.pdf"), pdf);
        var flow = PdfPruefung.flow(pdf);
        var text = letters(flow);
        var expected = texts(json.valueToTree(inhalt));
        assertThat(expected).hasSizeGreaterThan(60);
        assertThat(expected).allSatisfy(entry -> assertThat(text).contains(letters(entry)));
        assertThat(flow)
                .contains(
                        "26.11.2026, 10:30 Uhr",
                        "Die Daten dieses Vorgangs sind gelöscht",
                        "Guten Tag Jutta Mustermann",
                        "Daten in 2 Vorgängen");
        assertThat(PdfPruefung.violations(pdf)).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentInformation().getTitle())
                    .isEqualTo("Auskunft nach Art. 15 DSGVO Auskunft 2026-00000000");
        }
    }

    @Test
    void withoutAddressAndDataItIsASheetThatSaysSo() throws Exception {
        var pdf = brief.pdf(ID, inhalt(null, "Bello"));

        Files.write(Path.of("target", "auskunft-leer.pdf"), pdf);
        assertThat(PdfPruefung.flow(pdf))
                .contains("Außer Ihrer Anfrage sind keine Daten über Sie gespeichert.", "Art. 77 DSGVO")
                .doesNotContain("Guten Tag");
        assertThat(PdfPruefung.violations(pdf)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<script>alert(1)</script>", "<img src=\"file:///etc/passwd\">", "${7*7} [[${7*7}]]", "&lt; ]]>"
            })
    void hostileNamesStayText(String hostile) throws Exception {
        var inhalt = inhalt(new Anschrift(hostile, "33602", "Bielefeld"), hostile, vorgang("1/1", hostile));

        assertThat(letters(PdfPruefung.flow(brief.pdf(ID, inhalt)))).contains(letters(hostile));
        assertThat(PdfPruefung.flow(brief.pdf(ID, inhalt))).contains(hostile);
    }

    @Test
    void charactersThatTheFontsDoNotHaveDoNotHoldUpAnAnswer() throws Exception {
        var pdf = brief.pdf(ID, inhalt(null, "Jutta 漢", vorgang("1/1", "Hund \uD83D\uDC36")));

        assertThat(PdfPruefung.flow(pdf)).contains("Jutta [U+6F22]", "Hund [U+1F436]");
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{Nd}]", "");
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        if (node.isString() && !node.asString().matches("\\d{4}-\\d{2}-\\d{2}(T.*)?")) {
            texts.add(node.asString());
        }
        node.propertyStream()
                .filter(entry -> !WRITTEN_OTHERWISE.contains(entry.getKey()))
                .forEach(entry -> texts.addAll(texts(entry.getValue())));
        if (node.isArray()) {
            node.forEach(one -> texts.addAll(texts(one)));
        }
        return texts;
    }

    private static Auskunftsinhalt inhalt(@Nullable Anschrift anschrift, String name, Vorgangsauskunft... vorgaenge) {
        var vorname = vorgaenge.length == 2 ? "Jutta" : name;
        return new Auskunftsinhalt(
                Auskunftsinhalt.SCHEMA,
                "Auskunft 2026-00000000",
                DAY,
                new Anfrage(
                        LocalDate.of(2026, 11, 2),
                        "mit einem Brief",
                        "Ausweis, am Schalter vorgelegt",
                        verarbeitung("Beantwortung")),
                new Person(
                        vorname,
                        "Mustermann",
                        "Musterfrau",
                        LocalDate.of(1980, 2, 29),
                        anschrift,
                        "jutta@example.org",
                        "konto-jutta"),
                List.of(vorgaenge),
                List.of(
                        "Sie können verlangen, dass unrichtige Daten berichtigt werden (Art. 16 DSGVO).",
                        "Sie können sich bei einer Aufsichtsbehörde beschweren (Art. 77 DSGVO)."));
    }

    private static Verarbeitung verarbeitung(String zweck) {
        return new Verarbeitung(
                "Verfahren zur " + zweck,
                "Zweck: " + zweck,
                "Amt für " + zweck,
                "§ 1 Mustergesetz",
                "Name und Anschrift",
                "10 Jahre ab dem Ende des Vorgangs");
    }

    private static Vorgangsauskunft geloescht() {
        return new Vorgangsauskunft(
                "200.2-20.31/0002-2026",
                "Hundesteuer",
                true,
                NOW,
                null,
                null,
                verarbeitung("Steuer"),
                List.of(),
                "Nicht mehr bekannt, die Daten sind gelöscht.",
                "nicht mehr bekannt",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                List.of(new Zugriff(NOW, "Fachverfahren", "Vorgang angelegt")));
    }

    private static Vorgangsauskunft vorgang(String aktenzeichen, String hund) {
        return new Vorgangsauskunft(
                aktenzeichen,
                "Hundesteuer anmelden",
                false,
                NOW,
                NOW,
                "hundAngemeldet",
                verarbeitung("Steuer"),
                List.of("Amt für Finanzen", "Ordnungsamt (abgegeben, Vorgang 320.1-32.45/0001-2026)"),
                "Von Ihnen angegeben, über das Portal, und im Vorgang entstanden.",
                "antragstellende Person",
                List.of("bevollmächtigte Person"),
                List.of(
                        new Angabe("angabe.hundName", "Rufname", hund, hund),
                        new Angabe("angabe.bemerkung", "Bemerkung", null, Auskunftsinhalt.GESCHWAERZT)),
                List.of(new Dokumentangabe("dokument.1", "Bescheid.pdf", "Ausgang", NOW, NOW, 4711, "ab".repeat(32))),
                List.of(new Sendung(
                        "bescheid, Bescheid.pdf", "Brief", "Jutta Mustermann, Musterstraße 1", "übergeben", DAY)),
                List.of(new Nachricht("nachricht.1", "Ihr Bescheid", "Er liegt im Postfach.", NOW, null)),
                List.of(new Entscheidungsangabe(
                        "entscheidung.1",
                        "hundesteuerSatz",
                        3,
                        NOW,
                        List.of(new Angabe("entscheidung.1.anzahl", "Zahl der Hunde", 1, "1")),
                        List.of("Der Steuersatz beträgt 144,00 €, weil ein Hund gehalten wird."),
                        List.of("Zeile 1: Hundesteuersatzung der Stadt Bielefeld"))),
                true,
                List.of(new Fristangabe("bekanntgabe", DAY, List.of("Der Bescheid gilt als bekannt gegeben."))),
                List.of(
                        new Zugriff(NOW, "Beschäftigte*r der Stadt", "Aufgabe erledigt"),
                        new Zugriff(NOW, "Datenschutz", "Auskunft gelesen")));
    }
}
