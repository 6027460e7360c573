package de.amtsfluss.workers.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.workers.documents.template.LetterFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTests {

    static final UUID ID = new UUID(0, 7);

    final Letters letters = new Letters(LetterFiles.delivered(), Clock.fixed(Sample.NOW, ZoneOffset.UTC));

    @ParameterizedTest
    @EnumSource
    void eachLetterSaysWhatItSaidBefore(Sample sample) throws IOException {
        Golden.assertText(name(sample), Golden.text(keep(sample)));
    }

    @ParameterizedTest
    @EnumSource
    void eachLetterLooksAsBefore(Sample sample) throws IOException {
        Golden.assertFirstPage(name(sample), pdf(sample));
    }

    @Test
    void pagesThatDifferAreToldApart() throws IOException {
        var one = Golden.firstPage(pdf(Sample.CONTAINER_GEMESSEN), 40);
        var other = Golden.firstPage(pdf(Sample.CONTAINER_NICHT_GELEERT), 40);

        assertThat(Golden.difference(one, one)).isZero();
        assertThat(Golden.difference(one, other)).isGreaterThan(Golden.TOLERATED_SHARE);
    }

    @ParameterizedTest
    @EnumSource
    void eachLetterIsPdfA(Sample sample) throws Exception {
        assertThat(PdfPruefung.violations(pdf(sample))).isEmpty();
    }

    @Test
    void everyTemplateHasASample() throws IOException {
        var sampled =
                Arrays.stream(Sample.values()).map(sample -> sample.template).collect(Collectors.toSet());
        var folder = Path.of("letters");
        try (var files = Files.walk(folder)) {
            var found = files.filter(file -> file.endsWith("brief.html"))
                    .map(file -> folder.relativize(file.getParent()).toString().replace('\\', '/'))
                    .toList();

            assertThat(sampled).containsExactlyInAnyOrderElementsOf(found);
        }
    }

    @Test
    void fontsAreEmbeddedInPartAndTextCanBeReadOut() throws IOException {
        var pdf = pdf(Sample.HUNDESTEUER_VIELE_HUNDE);

        try (var document = Loader.loadPDF(pdf)) {
            var fonts = new ArrayList<PDFont>();
            for (var page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    fonts.add(page.getResources().getFont(name));
                }
            }
            assertThat(fonts).isNotEmpty().allSatisfy(font -> {
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+LiberationSans.*");
            });
        }
        assertThat(pdf).hasSizeLessThan(150_000);
        assertThat(Golden.text(pdf)).contains("Großherzögin-Schmidt-Übelhör");
    }

    @Test
    void saysByWhichTemplateItWasMade() throws IOException {
        var written = letters.pdf(Sample.HUNDESTEUER_EIN_HUND.template, Sample.HUNDESTEUER_EIN_HUND.vorgang, ID);

        assertThat(written.fileName()).isEqualTo("Hundesteuerbescheid 210.1-22.31-0001-2026.pdf");
        assertThat(written.version()).matches("[0-9a-f]{64}");
        try (var document = Loader.loadPDF(written.content())) {
            var info = document.getDocumentInformation();
            assertThat(info.getCustomMetadataValue("Vorlage")).isEqualTo("hundesteuer-anmelden/hundesteuerbescheid");
            assertThat(info.getCustomMetadataValue("Vorlagenfassung")).isEqualTo(written.version());
            assertThat(info.getTitle()).isEqualTo("Hundesteuerbescheid 210.1-22.31/0001-2026");
            assertThat(info.getAuthor()).isEqualTo("Stadt Bielefeld, Amt für Finanzen");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de-DE");
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), UTF_8))
                    .contains("urn:uuid:" + ID, written.version());
        }
    }

    @Test
    void repeatsTheHeadOfALongTable() throws IOException {
        var text = Golden.text(pdf(Sample.HUNDESTEUER_VIELE_HUNDE));

        assertThat(text.split("Steuersatz", -1)).hasSizeGreaterThan(2);
        assertThat(text).contains("Hündchen 60", "Seite 1 von 4", "Seite 4 von 4");
    }

    @Test
    void writesDaysAndAmountsAsOfficesDo() throws IOException {
        assertThat(Golden.flow(pdf(Sample.HUNDESTEUER_VIELE_HUNDE)))
                .contains("auf 10.080,00 € festgesetzt", "15.02.2026 2.520,00 €", "DE89 3704 0044 0532 0130 00");
        assertThat(Golden.flow(pdf(Sample.CONTAINER_NICHT_GELEERT)))
                .contains("Sensor meldet 96,8 % Füllstand", "Volumen 1.100 Liter", "22.11.2026, 10:15 Uhr");
    }

    @Test
    void breaksLongWordsAndGivesThemWholeToReaders() throws IOException {
        var pdf = pdf(Sample.HUNDESTEUER_EIN_HUND);

        assertThat(Golden.text(pdf)).containsPattern("\\p{L}{3,}\u00AD\\R\\p{Ll}{3,}");
        assertThat(Golden.flow(pdf)).contains("Landesbeauftragten für Datenschutz und Informationsfreiheit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=\"file:///etc/passwd\">",
                "&lt;b&gt; ' \" ]]>",
                "${7*7} [[${7*7}]] __${7*7}__"
            })
    void valuesStayText(String hostile) throws IOException {
        var sample = Sample.CONTAINER_NICHT_GELEERT;
        var vorgang = sample.having(Map.of("ort", hostile, "bemerkung", hostile, "containerId", hostile));

        var html = new String(letters.html(sample.template, vorgang).content(), UTF_8);

        assertThat(Golden.flow(letters.pdf(sample.template, vorgang, ID).content()))
                .contains("Standort " + hostile, "Bemerkung " + hostile);
        assertThat(html)
                .doesNotContain("<script", "<img", "]]>")
                .contains(hostile.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"));
    }

    @Test
    void charactersThatXmlForbidsDoNotStopALetter() throws IOException {
        var sample = Sample.CONTAINER_GEMESSEN;

        var pdf = letters.pdf(sample.template, sample.having(Map.of("ort", "Platz\u0001 \u000B1")), ID);

        assertThat(Golden.flow(pdf.content())).contains("Standort Platz 1");
    }

    @Test
    void charactersThatTheFontsDoNotHaveAreRefusedRatherThanLost() {
        var sample = Sample.CONTAINER_GEMESSEN;
        var vorgang = sample.having(Map.of("ort", "Platz 漢"));

        assertThatThrownBy(() -> letters.pdf(sample.template, vorgang, ID))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Expected the fonts of letters to have the character U+6F22, but they do not");
    }

    @Test
    void aWordWithoutEndIsBrokenRatherThanCutOff() throws IOException {
        var sample = Sample.CONTAINER_GEMESSEN;
        var vorgang = sample.having(Map.of("ort", "X".repeat(300)));

        var text = Golden.text(letters.pdf(sample.template, vorgang, ID).content());

        assertThat(text.lines().filter(line -> line.matches("X+|Standort X+"))).hasSizeGreaterThan(2);
        assertThat(text.chars().filter(c -> c == 'X')).hasSize(300);
    }

    @Test
    void writesAtTheSameTimeWhatItWritesAlone() throws IOException {
        var alone = Golden.text(pdf(Sample.HUNDESTEUER_VIELE_HUNDE));

        var together = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> letters.pdf(
                        Sample.HUNDESTEUER_VIELE_HUNDE.template, Sample.HUNDESTEUER_VIELE_HUNDE.vorgang, ID))
                .toList();

        for (var written : together) {
            assertThat(Golden.text(written.content())).isEqualTo(alone);
        }
    }

    private byte[] pdf(Sample sample) {
        return letters.pdf(sample.template, sample.vorgang, ID).content();
    }

    private byte[] keep(Sample sample) throws IOException {
        var pdf = pdf(sample);
        Files.write(Path.of("target", name(sample) + ".pdf"), pdf);
        return pdf;
    }

    private static String name(Sample sample) {
        return sample.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
