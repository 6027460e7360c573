package de.amtsfluss.deploy.rehearsalengine.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of what a search compares. */
class ValuesTests {

    @ParameterizedTest
    @CsvSource({
        "9, 10, -1",
        "2251799813685299, 2251799813685300, -1",
        "9223372036854775807, 9223372036854775806, 1",
        "9999999999999999999, 1, 1",
        "-1, 1, -1",
        "2026-11-23T10:00:00Z, 2026-11-23T11:00:00+01:00, 0",
        "2026-11-23T10:00:00Z, 2026-11-23T10:00:00.001Z, -1",
        "b, a, 1",
        "COMPLETED, COMPLETED, 0"
    })
    void numbersGoBySizeTimesByMomentAndAllElseAsText(String left, String right, int order) {
        assertThat(Integer.signum(Values.compare(left, right))).isEqualTo(order);
        assertThat(Integer.signum(Values.compare(right, left))).isEqualTo(-order);
    }
}
