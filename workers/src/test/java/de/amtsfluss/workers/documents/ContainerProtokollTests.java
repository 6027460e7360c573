package de.amtsfluss.workers.documents;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContainerProtokollTests {

    static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

    final ContainerProtokoll protokoll = new ContainerProtokoll(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void namesWhatTheCrewFilledIn() throws IOException {
        var text = text(Map.of(
                "ergebnis",
                "nichtGeleert",
                "geleert",
                false,
                "stoerung",
                "beschaedigt",
                "bemerkung",
                "Deckel <b>fehlt</b>"));

        assertThat(text)
                .contains("Der Container wurde nicht geleert.")
                .contains("Geleert nein", "Störung beschädigt", "Bemerkung Deckel <b>fehlt</b>")
                .contains("Fraktion Restmüll", "Volumen 1.100 Liter", "Sensor meldet 96,8 % Füllstand")
                .contains("Gemessen am 22.11.2026 10:15 Uhr", "erstellt am 22.11.2026 10:30 Uhr")
                .contains("Seite 1")
                .doesNotContain("Leerung gemessen am");
    }

    @Test
    void namesWhatTheSensorMeasured() throws IOException {
        var text = text(Map.of(
                "ergebnis", "gemessen", "gemessenGeleertAm", "2026-11-22T12:00:00Z", "gemessenGeleertProzent", 4));

        assertThat(text)
                .contains("Der Sensor hat die Leerung gemessen.")
                .contains("Leerung gemessen am 22.11.2026 13:00 Uhr", "Füllstand danach 4 %")
                .doesNotContain("Bemerkung");
    }

    @Test
    void embedsItsFontsAndNamesItsLanguage() throws IOException {
        try (var pdf = Loader.loadPDF(render(Map.of("ergebnis", "geleert")))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Leerungsprotokoll 700.3-70.41/0001-2026");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de-DE");
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void flowsOverPagesWhenTheRemarkIsLong() throws IOException {
        var text =
                text(Map.of("ergebnis", "geleert", "geleert", true, "bemerkung", "Sehr lange Bemerkung. ".repeat(200)));

        assertThat(text).contains("Seite 2");
    }

    private String text(Map<String, Object> daten) throws IOException {
        try (var pdf = Loader.loadPDF(render(daten))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private byte[] render(Map<String, Object> more) throws IOException {
        var daten = new HashMap<String, @Nullable Object>(Map.of(
                "containerId", "BI-C-0001",
                "ort", "Siegfriedplatz 1, Mitte",
                "fraktion", "Restmuell",
                "volumenLiter", 1100,
                "fuellstandProzent", 96.8,
                "gemessenAm", "2026-11-22T09:15:00Z",
                "sensor", "24E124713D000001",
                "fristAm", "2026-11-23T09:15:00Z"));
        daten.putAll(more);
        var pdf = protokoll.render(new Vorgang(
                VorgangId.random(),
                "700.3-70.41/0001-2026",
                "container-leeren",
                "Container BI-C-0001 leeren",
                null,
                "sensor",
                Vorgang.Status.OFFEN,
                null,
                daten,
                Set.of("disposition"),
                NOW,
                null));
        Files.write(Path.of("target", "leerungsprotokoll.pdf"), pdf);
        return pdf;
    }
}
