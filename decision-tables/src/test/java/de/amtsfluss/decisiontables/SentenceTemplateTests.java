package de.amtsfluss.decisiontables;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SentenceTemplateTests {

    static List<Arguments> values() {
        return List.of(
                Arguments.of("{wert}", "Glas", "Glas"),
                Arguments.of("{wert}", new BigDecimal("1234.5"), "1.234,5"),
                Arguments.of("{wert}", new BigDecimal("1E+3"), "1.000"),
                Arguments.of("{wert}", new BigDecimal("12.50"), "12,5"),
                Arguments.of("{wert:€}", new BigDecimal("1560"), "1.560,00 €"),
                Arguments.of("{ wert : € }", new BigDecimal("2.1"), "2,10 €"),
                Arguments.of("{wert}", true, "ja"),
                Arguments.of("{wert}", false, "nein"),
                Arguments.of("{wert}", LocalDate.of(2026, 3, 1), "01.03.2026"),
                Arguments.of("{wert}", LocalTime.of(8, 5), "08:05 Uhr"),
                Arguments.of("{wert}", LocalDateTime.of(2026, 3, 1, 8, 5), "01.03.2026, 08:05 Uhr"),
                Arguments.of(
                        "{wert}",
                        LocalDateTime.of(2026, 3, 1, 8, 5).atZone(ZoneId.of("Europe/Berlin")),
                        "01.03.2026, 08:05 Uhr"),
                Arguments.of("{wert}", Duration.ofMinutes(1441), "1 Tag 1 Minute"),
                Arguments.of("{wert}", Duration.ofHours(2), "2 Stunden"),
                Arguments.of("{wert}", Duration.ZERO, "0 Minuten"),
                Arguments.of("{wert}", Period.ofMonths(13), "1 Jahr 1 Monat"),
                Arguments.of("{wert}", Period.ZERO, "0 Monate"),
                Arguments.of("{wert}", List.of("B", "BL"), "B, BL"),
                Arguments.of("{wert}", "100 $ und \\", "100 $ und \\"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void writesValuesAsOfficesDo(String template, Object value, String expected) {
        assertThat(new SentenceTemplate(template).fill(Map.of("wert", value))).isEqualTo(expected);
    }

    @Test
    void keepsTheTextAroundThePlaces() {
        var template = new SentenceTemplate("Für {anzahl} Hunde je {satz:€}, zusammen {summe:€} {}");

        assertThat(template.names()).containsExactly("anzahl", "satz", "summe");
        assertThat(template.fill(Map.of("anzahl", BigDecimal.TWO, "satz", new BigDecimal("156"))))
                .isEqualTo("Für 2 Hunde je 156,00 €, zusammen – {}");
    }
}
