package de.amtsfluss.processes.akte;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Aktenplaneinheit;
import de.amtsfluss.processes.Aussonderungsart;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AufbewahrungTests {

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 10, 2036-12-31",
        "2026-12-31, 10, 2036-12-31",
        "2028-02-29, 1, 2029-12-31",
        "2026-11-26, 0, 2026-12-31"
    })
    void endsWithTheYear(LocalDate zdaAm, int jahre, LocalDate expected) {
        assertThat(AktenService.keptUntil(zdaAm, einheit(jahre))).isEqualTo(expected);
    }

    @Test
    void hasNoEndWhereTheAktenplanHasNone() {
        assertThat(AktenService.keptUntil(LocalDate.of(2026, 1, 1), einheit(null)))
                .isNull();
    }

    private static Aktenplaneinheit einheit(@Nullable Integer jahre) {
        return new Aktenplaneinheit("1", "Probe", null, Aussonderungsart.BEWERTEN, jahre, false, null, null);
    }
}
