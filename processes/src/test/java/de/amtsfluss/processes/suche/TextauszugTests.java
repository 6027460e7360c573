package de.amtsfluss.processes.suche;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.akte.datei.Dateiart;
import de.amtsfluss.processes.akte.datei.Dateien;
import de.amtsfluss.processes.suche.Textauszug.Gelesen;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TextauszugTests {

    private final Textauszug textauszug = new Textauszug(Duration.ofSeconds(60));

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of(Dateiart.PDF, Dateien.pdf("Hund Bello")),
                Arguments.of(Dateiart.DOCX, Dateien.docx("Hund Bello")),
                Arguments.of(Dateiart.ODT, Dateien.odt("Hund Bello", Map.of())),
                Arguments.of(Dateiart.TEXT, Dateien.bytes("Hund\n\0 Bello\u0002")));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsTheText(Dateiart art, byte[] content) {
        assertThat(textauszug.read(art.mediaType(), content)).isEqualTo(new Gelesen.Text("Hund Bello"));
    }

    @Test
    void readsTheEncodingsOfOffices() {
        for (var charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252")}) {
            assertThat(textauszug.read("text/plain", "Grüße – 5 €".getBytes(charset)))
                    .describedAs(charset.name())
                    .isEqualTo(new Gelesen.Text("Grüße – 5 €"));
        }
    }

    @Test
    void aBrokenFileIsToldFromOneWithoutText() {
        var broken = Dateien.bytes("%PDF-1.7 kaputt");

        assertThat(textauszug.read("application/pdf", broken)).isInstanceOf(Gelesen.Broken.class);
        assertThat(textauszug.read(Dateiart.DOCX.mediaType(), Dateien.zip(Map.of())))
                .isInstanceOf(Gelesen.Broken.class);
        assertThat(textauszug.read("application/pdf", Dateien.pdf(" "))).isEqualTo(new Gelesen.Nothing());
        assertThat(textauszug.read("image/png", new byte[] {1})).isEqualTo(new Gelesen.Nothing());
        assertThat(textauszug.read("application/x-unbekannt", new byte[] {1})).isEqualTo(new Gelesen.Nothing());
    }

    @Test
    void aDocumentTypeWithinAnOfficeDocumentIsNotRead() {
        var hostile = Dateien.zip(Map.of(
                "word/document.xml",
                Dateien.bytes("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>")));

        assertThat(textauszug.read(Dateiart.DOCX.mediaType(), hostile)).isInstanceOf(Gelesen.Broken.class);
    }

    @Test
    void givesUpWhatTakesTooLong() {
        var impatient = new Textauszug(Duration.ZERO);

        assertThat(impatient.read("application/pdf", Dateien.pdf("Hund"))).isInstanceOf(Gelesen.Broken.class);
    }

    @Test
    void cutsWhatIsTooLong() {
        assertThat(textauszug.read("text/plain", Dateien.bytes("Hund ".repeat(1_000_000))))
                .isInstanceOfSatisfying(
                        Gelesen.Text.class, text -> assertThat(text.text()).hasSize(249_999));
        assertThat(textauszug.read("text/plain", Dateien.bytes("犬".repeat(1_000_000))))
                .isInstanceOfSatisfying(
                        Gelesen.Text.class, text -> assertThat(text.text()).hasSize(125_000));
    }
}
