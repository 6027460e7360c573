package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillLevelTests {

    @ParameterizedTest
    @CsvSource({"1500, 0", "250, 100", "875, 50", "500, 80", "501, 79.9", "4000, 0", "1, 100"})
    void followsTheCalibration(double distanceMm, double prozent) {
        assertThat(FillLevel.prozent(distanceMm, 1500, 250)).isEqualTo(prozent);
    }
}
