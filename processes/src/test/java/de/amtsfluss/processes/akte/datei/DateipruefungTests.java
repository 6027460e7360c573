package de.amtsfluss.processes.akte.datei;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.akte.datei.Dateipruefung.Befund;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DateipruefungTests {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    private static final byte[] EXE = Arrays.copyOf(new byte[] {'M', 'Z', (byte) 0x90, 0, 3}, 2_000);
    private static final String WORD = "openxmlformats-officedocument.wordprocessingml.document.main+xml";

    private final Dateipruefung pruefung = new Dateipruefung();

    static Stream<Arguments> sound() {
        return Stream.of(
                Arguments.of("Antrag.pdf", "application/pdf", Dateien.pdf("Antrag"), Dateiart.PDF),
                Arguments.of("Antrag", null, Dateien.pdf("Antrag"), Dateiart.PDF),
                Arguments.of("Antrag.pdf", "application/octet-stream", Dateien.pdf("Antrag"), Dateiart.PDF),
                Arguments.of("Foto.png", "image/png", PNG, Dateiart.PNG),
                Arguments.of(
                        "Foto.jpeg",
                        "image/jpeg",
                        bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0),
                        Dateiart.JPEG),
                Arguments.of("Scan.tif", "image/tiff", bytes('I', 'I', 42, 0, 8, 0, 0, 0), Dateiart.TIFF),
                Arguments.of(
                        "Notiz.txt", "text/plain;charset=UTF-8", Dateien.bytes("Grüße aus Bielefeld"), Dateiart.TEXT),
                Arguments.of("Brief.docx", Dateiart.DOCX.mediaType(), Dateien.docx("Brief"), Dateiart.DOCX),
                Arguments.of("Brief.odt", Dateiart.ODT.mediaType(), Dateien.odt("Brief", Map.of()), Dateiart.ODT),
                Arguments.of(
                        "Rechnung.pdf",
                        null,
                        carrying(Dateien.bytes("<?xml version='1.0'?><Invoice/>")),
                        Dateiart.PDF));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void takesWhatItIsByItsContent(String name, @Nullable String declared, byte[] content, Dateiart expected) {
        assertThat(pruefung.check(name, declared, content))
                .isInstanceOfSatisfying(
                        Befund.Allowed.class,
                        allowed -> assertThat(allowed.art()).isEqualTo(expected));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("leer.pdf", null, new byte[0], "leer"),
                Arguments.of("programm.exe", null, EXE, "nicht angenommen"),
                Arguments.of("rechnung.pdf", "application/pdf", EXE, "nicht angenommen"),
                Arguments.of("skript.txt", null, Dateien.bytes("#!/bin/sh\nrm -rf /\n"), "nicht angenommen"),
                Arguments.of(
                        "seite.txt", null, Dateien.bytes("<html><script>alert(1)</script></html>"), "nicht angenommen"),
                Arguments.of(
                        "bild.png",
                        null,
                        Dateien.bytes("<svg xmlns='http://www.w3.org/2000/svg'/>"),
                        "nicht angenommen"),
                Arguments.of("start.bat", null, Dateien.bytes("del *.* /q"), "endet auf „.bat“"),
                Arguments.of("a.zip", null, Dateien.zip(Map.of("a.txt", Dateien.bytes("a"))), "nicht angenommen"),
                Arguments.of("bild.png", "image/png", Dateien.pdf("kein Bild"), "endet auf „.png“"),
                Arguments.of("rechnung.pdf.exe", null, Dateien.pdf("x"), "endet auf „.exe“"),
                Arguments.of("rechnung\u202Efdp.exe", null, Dateien.pdf("x"), "endet auf „.exe“"),
                Arguments.of("Antrag.pdf", "image/png<script>", Dateien.pdf("x"), "als „image/pngscript“ gesendet"),
                Arguments.of("a.docx", null, Dateien.docx("x", WORD, Map.of("word/vbaProject.bin", "x")), "Makros"),
                Arguments.of(
                        "a.docx",
                        null,
                        Dateien.docx("x", "ms-word.document.macroEnabled.main+xml", Map.of()),
                        "Makros"),
                Arguments.of(
                        "a.docx",
                        null,
                        Dateien.docx(
                                "x",
                                WORD,
                                Map.of(
                                        "word/_rels/settings.xml.rels",
                                        "<R Type='x/attachedTemplate' Target='http://x/y.dotm' TargetMode='External'/>")),
                        "Makros"),
                Arguments.of("a.odt", null, Dateien.odt("x", Map.of("Basic/Standard/Modul.xml", "x")), "Makros"),
                Arguments.of("bombe.docx", null, zipBomb(), "nicht angenommen"),
                Arguments.of("a.pdf", null, Dateien.bytes("%PDF-1.7\nkein PDF"), "beschädigt"),
                Arguments.of("a.pdf", null, changed(DateipruefungTests::script), "Skripte"),
                Arguments.of("a.pdf", null, changed(DateipruefungTests::launchAtLink), "Skripte"),
                Arguments.of("a.pdf", null, changed(DateipruefungTests::scriptNobodyKnowsOf), "Skripte"),
                Arguments.of("a.pdf", null, carrying(EXE), "weitere Dateien"),
                Arguments.of("a.pdf", null, changed(DateipruefungTests::locked), "Kennwort"),
                Arguments.of("a.pdf", null, pdfBomb(), "ungewöhnlich vielen Daten"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatIsNotWantedOrCouldDoHarm(String name, @Nullable String declared, byte[] content, String reason) {
        assertThat(pruefung.check(name, declared, content))
                .isInstanceOfSatisfying(
                        Befund.Refused.class,
                        refused -> assertThat(refused.sentence()).contains(reason));
    }

    @Test
    void refusesAPdfInWhichFiltersHideWhatTheyUnpackTo() {
        var twice =
                "%PDF-1.7\n1 0 obj <</Filter [/FlateDecode /FlateDecode] /Length 3>> stream\nabc\nendstream endobj\n";

        assertThat(pruefung.check("a.pdf", null, Dateien.bytes(twice)))
                .isEqualTo(new Befund.Refused("Die PDF-Datei entpackt sich zu ungewöhnlich vielen Daten."));
    }

    private static byte[] changed(Consumer<PDDocument> change) {
        return Dateien.pdf("Antrag", change);
    }

    private static void script(PDDocument pdf) {
        pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
    }

    private static void launchAtLink(PDDocument pdf) {
        var link = new PDAnnotationLink();
        link.setAction(new PDActionLaunch());
        try {
            pdf.getPage(0).getAnnotations().add(link);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An action under a key that no reader looks at, and perhaps some does. */
    private static void scriptNobodyKnowsOf(PDDocument pdf) {
        var action = new COSDictionary();
        action.setItem(COSName.S, COSName.getPDFName("JavaScript"));
        var hidden = new COSDictionary();
        hidden.setItem(COSName.getPDFName("Next"), action);
        pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Unbekannt"), hidden);
    }

    private static void locked(PDDocument pdf) {
        try {
            pdf.protect(new StandardProtectionPolicy("besitzer", "leser", new AccessPermission()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] carrying(byte[] content) {
        return changed(pdf -> {
            try {
                var file = new PDEmbeddedFile(pdf, new ByteArrayInputStream(content));
                var specification = new PDComplexFileSpecification();
                specification.setFile("anlage");
                specification.setEmbeddedFile(file);
                var tree = new PDEmbeddedFilesNameTreeNode();
                tree.setNames(Map.of("anlage", specification));
                var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
                names.setEmbeddedFiles(tree);
                pdf.getDocumentCatalog().setNames(names);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** 220 MB of nothing in a part of a document. */
    private static byte[] zipBomb() {
        return Dateien.docx(
                "x",
                WORD,
                Map.of("word/media/a.xml", " ".repeat(110_000_000), "word/media/b.xml", " ".repeat(110_000_000)));
    }

    private static byte[] pdfBomb() {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            var nothing = new byte[1_000_000];
            for (var i = 0; i < 650; i++) {
                deflater.write(nothing);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var bomb = new ByteArrayOutputStream();
        bomb.writeBytes("%PDF-1.7\n1 0 obj <</Filter /FlateDecode>> stream\n".getBytes(StandardCharsets.US_ASCII));
        bomb.writeBytes(packed.toByteArray());
        return bomb.toByteArray();
    }

    private static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
