package de.amtsfluss.workers.documents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.workers.documents.template.BrokenTemplateException;
import de.amtsfluss.workers.documents.template.LetterFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFolderTests {

    static final Sample CONTAINER = Sample.CONTAINER_GEMESSEN;
    static final Sample BESCHEID = Sample.HUNDESTEUER_EIN_HUND;
    static final Clock CLOCK = Clock.fixed(Sample.NOW, ZoneOffset.UTC);
    static final String BRIEF = "container-leeren/container-protokoll/brief.html";

    final Letters delivered = new Letters(LetterFiles.delivered(), CLOCK);

    @TempDir
    Path folder;

    Letters replaced;

    @BeforeEach
    void openFolder() {
        replaced = new Letters(LetterFiles.replacedBy(folder), CLOCK);
    }

    @Test
    void anEmptyFolderChangesNothing() {
        assertThat(html(replaced, CONTAINER)).isEqualTo(html(delivered, CONTAINER));
        assertThat(version(replaced, CONTAINER)).isEqualTo(version(delivered, CONTAINER));
    }

    @Test
    void aFileOfTheFolderReplacesTheDeliveredOneWithoutRestart() throws IOException {
        var before = version(replaced, CONTAINER);

        write(BRIEF, page("<p>Neuer Wortlaut für <b th:text=\"${daten.containerId}\">x</b></p>"));

        assertThat(html(replaced, CONTAINER))
                .contains("<p>Neuer Wortlaut für <b>BI-C-0001</b></p>")
                .doesNotContain("Gemessen am");
        assertThat(version(replaced, CONTAINER)).isNotEqualTo(before);
        Files.delete(folder.resolve(BRIEF));
        assertThat(version(replaced, CONTAINER)).isEqualTo(before);
    }

    @Test
    void theVersionIsThatOfTheFilesThatMadeTheLetter() throws IOException {
        var container = version(replaced, CONTAINER);
        var bescheid = version(replaced, BESCHEID);

        write("rechtsbehelf/widerspruch/2026-11-01.html", block("Neue Belehrung"));

        assertThat(version(replaced, CONTAINER)).isEqualTo(container);
        assertThat(version(replaced, BESCHEID)).isNotEqualTo(bescheid);
    }

    @Test
    void aNewTextOfTheRechtsbehelfHoldsFromItsFirstDay() throws IOException {
        write("rechtsbehelf/widerspruch/2026-11-22.html", block("Belehrung ab heute"));
        write("rechtsbehelf/widerspruch/2026-11-23.html", block("Belehrung ab morgen"));
        var yesterday = Clock.fixed(Sample.NOW.minusSeconds(86_400), ZoneOffset.UTC);

        assertThat(html(replaced, BESCHEID)).contains("Belehrung ab heute").doesNotContain("Belehrung ab morgen");
        assertThat(html(new Letters(LetterFiles.replacedBy(folder), yesterday), BESCHEID))
                .contains("innerhalb eines Monats nach Bekanntgabe Widerspruch")
                .doesNotContain("Belehrung ab");
    }

    @Test
    void beforeTheFirstTextOfTheRechtsbehelfThereIsNoLetter() {
        var early = Clock.fixed(Instant.parse("2024-12-31T12:00:00Z"), ZoneOffset.UTC);

        assertThatThrownBy(() -> html(new Letters(LetterFiles.delivered(), early), BESCHEID))
                .isInstanceOf(BrokenTemplateException.class)
                .hasMessage("Expected a letter by rechtsbehelf/widerspruch/, but: there is no text of the"
                        + " Rechtsbehelfsbelehrung for 2024-12-31");
    }

    @Test
    void klageNamesTheCourt() throws IOException {
        write(
                "hundesteuer-anmelden/hundesteuerbescheid/angaben.yaml",
                "titel: Bescheid\ndateiname: Bescheid\namt: finanzen\nrechtsbehelf: KLAGE\n");

        assertThat(html(replaced, BESCHEID)).contains("Verwaltungsgericht Minden, Königswall 8, 32423 Minden");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>offen                                                  | 3 | must be terminated by the matching end-tag
            <script>alert(1)</script>                                 | 3 | the element <script> is not allowed in letters
            <p onclick="x()">a</p>                                    | 3 | the attribute onclick of <p> is not allowed in letters
            <p style="background: url(http://example.org/a)">a</p>    | 3 | the attribute style of <p> is not allowed in letters
            <img src="file:///etc/passwd" alt=""/>                    | 3 | the attribute src of <img> is not allowed in letters, only pictures of the letters' folders are
            <img src="http://example.org/a.png" alt=""/>              | 3 | the attribute src of <img> is not allowed in letters, only pictures of the letters' folders are
            <img src="../../secret.png" alt=""/>                      | 3 | the attribute src of <img> is not allowed in letters, only pictures of the letters' folders are
            <a href="javascript:alert(1)">a</a>                       | 3 | the attribute href of <a> is not allowed in letters
            <p th:utext="${daten.ort}">a</p>                          | 3 | th:utext is not allowed, since values must stay text
            <p>[(${daten.ort})]</p>                                   | 3 | [(…)] is not allowed, since values must stay text
            <p th:text="${daten.gibtEsNicht}">a</p>                   | 3 | gibtEsNicht
            <p th:text="${schreibe.tag(daten.ort)}">a</p>             | 3 | the value is not a day such as 2026-12-31
            <p th:replace="~{layout/fehlt :: x}">a</p>                | 3 | layout/fehlt
            <p th:replace="~{container-leeren/anderer/brief}">a</p>   | 3 | container-leeren/anderer/brief
            """)
    void aBrokenFileIsRefusedWithItsLineAndTheDeliveredOneNotUsed(String markup, int line, String reason)
            throws IOException {
        write(BRIEF, page(markup));

        assertThatThrownBy(() -> html(replaced, CONTAINER))
                .isInstanceOf(BrokenTemplateException.class)
                .hasMessageStartingWith("Expected a letter by %s, line ".formatted(folder.resolve(BRIEF)))
                .hasMessageMatching("(?s).*, line (%d|%d), but: .*".formatted(line, line + 1))
                .hasMessageContaining(reason);
    }

    @Test
    void anAddressThatComesFromAValueIsRefusedToo() throws IOException {
        write(BRIEF, page("<img th:src=\"${daten.sensor}\" alt=\"\"/>"));
        var vorgang = CONTAINER.having(Map.of("sensor", "file:///etc/passwd"));

        assertThatThrownBy(() -> replaced.pdf(CONTAINER.template, vorgang, UUID.randomUUID()))
                .isInstanceOf(BrokenTemplateException.class)
                .hasMessageContaining("the attribute src of <img> is not allowed in letters");
        assertThatThrownBy(() -> replaced.html(CONTAINER.template, vorgang))
                .isInstanceOf(BrokenTemplateException.class);
    }

    @Test
    void aPictureOfTheLettersFoldersIsDrawn() throws IOException {
        var png = Files.readAllBytes(Path.of("src", "test", "resources", "golden", "container-gemessen.png"));
        Files.createDirectories(folder.resolve("layout"));
        Files.write(folder.resolve("layout/bild.png"), png);
        write(BRIEF, page("<img src=\"layout/bild.png\" alt=\"Ein Bild\"/>"));

        assertThat(replaced.pdf(CONTAINER.template, CONTAINER.vorgang, UUID.randomUUID())
                        .content())
                .asString(ISO_8859_1)
                .contains("/Subtype/Image");
        assertThat(html(replaced, CONTAINER))
                .contains("src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(png));
    }

    @Test
    void aPictureThatIsNotThereIsRefused() throws IOException {
        write(BRIEF, page("<img src=\"layout/fehlt.png\" alt=\"Ein Bild\"/>"));

        assertThatThrownBy(() -> replaced.pdf(CONTAINER.template, CONTAINER.vorgang, UUID.randomUUID()))
                .isInstanceOf(BrokenTemplateException.class)
                .hasMessageContaining("there is no picture layout/fehlt.png");
    }

    @ParameterizedTest
    @CsvSource({"body { background: url(http://example.org/a.png) }", "@import 'a.css';", "p { } </style>"})
    void aStyleMayLoadNothing(String css) throws IOException {
        write("layout/papier.css", css);

        assertThatThrownBy(() -> html(replaced, CONTAINER))
                .isInstanceOf(BrokenTemplateException.class)
                .hasMessageContaining(folder.resolve("layout/papier.css").toString())
                .hasMessageContaining("is not allowed in styles of letters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            titel: [                                       | , line 2
            - eins                                         | it is no YAML map
            titel: T                                       | the text 'rechtsbehelf' is missing
            rechtsbehelf: BESCHWERDE                       | 'rechtsbehelf' is 'BESCHWERDE', not KLAGE, WIDERSPRUCH or KEINER
            """)
    void wrongAngabenAreRefused(String yaml, String reason) throws IOException {
        write("container-leeren/container-protokoll/angaben.yaml", yaml + "\n");

        assertThatThrownBy(() -> html(replaced, CONTAINER))
                .isInstanceOf(BrokenTemplateException.class)
                .hasMessageContaining("angaben.yaml")
                .hasMessageContaining(reason);
    }

    @Test
    void aTemplateThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> delivered.html("container-leeren/fehlt", CONTAINER.vorgang))
                .isInstanceOf(BrokenTemplateException.class)
                .hasMessage("Expected a letter by letters/container-leeren/fehlt/angaben.yaml, but: there is no such"
                        + " file");
    }

    @Test
    void aFolderThatDoesNotExistIsRefusedAtOnce() {
        assertThatThrownBy(() -> LetterFiles.replacedBy(folder.resolve("fehlt")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Expected a folder of letter templates");
    }

    private void write(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String page(String markup) {
        return """
                <html lang="de" xmlns:th="http://www.thymeleaf.org" th:replace="~{layout/seite :: vermerk(~{:: main})}">
                <body><main>
                %s
                </main></body></html>
                """.formatted(markup);
    }

    private static String block(String text) {
        return "<html lang=\"de\" xmlns:th=\"http://www.thymeleaf.org\"><body><div th:fragment=\"belehrung\"><p>%s</p></div></body></html>"
                .formatted(text);
    }

    private static String html(Letters letters, Sample sample) {
        return new String(letters.html(sample.template, sample.vorgang).content(), UTF_8);
    }

    private static String version(Letters letters, Sample sample) {
        return letters.html(sample.template, sample.vorgang).version();
    }
}
