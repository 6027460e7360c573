package de.amtsfluss.forms.anzeige;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatenSichtTests {

    @ParameterizedTest
    @CsvSource({
        "1980-02-29, 29.02.1980",
        "1980-02-30, 1980-02-30",
        "1980-2-9, 1980-2-9",
        "2026-11-22T20:35:00Z, 22.11.2026 21:35",
        "x1980-02-29, x1980-02-29",
        "<b>, <b>",
    })
    void daysAndMomentsAreWrittenAsPeopleReadThem(String value, String words) {
        assertThat(DatenSicht.words(value)).isEqualTo(words);
    }

    @Test
    void whatIsMadeOfPartsIsWrittenPartByPart() {
        var parts = new LinkedHashMap<String, @Nullable Object>();
        parts.put("endeAm", "2026-12-01");
        parts.put("fehlt", null);
        parts.put("betrag", new BigDecimal("1200.5"));
        parts.put("teile", List.of(true, 2));

        assertThat(DatenSicht.words(parts)).isEqualTo("endeAm: 01.12.2026; betrag: 1.200,5; teile: Ja, 2");
        assertThat(DatenSicht.words(Arrays.asList("a", null, "b"))).isEqualTo("a, b");
    }
}
