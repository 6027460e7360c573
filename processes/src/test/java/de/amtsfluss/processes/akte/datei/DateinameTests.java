package de.amtsfluss.processes.akte.datei;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateinameTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "Antrag für Müller.pdf, Antrag für Müller.pdf",
                "../../etc/passwd, passwd.pdf",
                "C:\\Users\\x\\Antrag.PDF, Antrag.pdf",
                "..\\..\\boot.pdf, boot.pdf",
                "...pdf, pdf.pdf",
                "`  `, Dokument.pdf",
                "CON.pdf, _CON.pdf",
                "com1.tar.pdf, _com1.tar.pdf",
                "a<b>|?*\":c.pdf, a_b______c.pdf",
                "Antrag . .pdf, Antrag.pdf",
                ".htaccess, htaccess.pdf"
            })
    void makesNamesHarmless(String raw, String expected) {
        assertThat(Dateiname.of(raw).as(Dateiart.PDF)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'rechnung\u202Efdp.exe', 'rechnungfdp', exe",
        "'a\0b\r\nc\t d.pdf', 'abc d', pdf",
        "'a\u200Bb\u2066c\uFEFF.pdf', 'abc', pdf",
        "'\uD800x.pdf', 'x', pdf"
    })
    void dropsWhatCannotBeSeen(String raw, String stem, String extension) {
        assertThat(Dateiname.of(raw)).isEqualTo(new Dateiname(stem, extension));
    }

    @ParameterizedTest
    @CsvSource({"400", "100000"})
    void cutsLongNamesAndKeepsTheEnding(int length) {
        assertThat(Dateiname.of("ä".repeat(length) + ".pdf").as(Dateiart.PDF)).isEqualTo("ä".repeat(120) + ".pdf");
    }
}
