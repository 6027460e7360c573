package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.lorawantriggers.Container.Sensor;
import de.amtsfluss.lorawantriggers.DevEui;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillLevelTests {

    private static final Sensor SENSOR = new Sensor(new DevEui("24E124713D000001"), "milesight/em400-mud", 1500, 250);

    @ParameterizedTest
    @CsvSource({"1500, 0", "250, 100", "875, 50", "500, 80", "501, 79.9", "4000, 0", "1, 100"})
    void followsTheCalibration(double distanceMm, double prozent) {
        assertThat(FillLevel.prozent(distanceMm, SENSOR)).isEqualTo(prozent);
    }
}
