package de.amtsfluss.lorawantriggers.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTests {

    @ParameterizedTest
    @CsvSource({
        "distance, 12.5, cm, 125",
        "distance, 1.3, m, 1300",
        "waterLevel, 2504, mm, 250.4",
        "batteryVoltage, 3601, mV, 3.601",
        "temperature, 298.85, K, 25.7",
        "temperature, -40, [degF], -40",
        "temperature, 25.7, Cel, 25.7",
        "soilMoisture, 0.325, 1, 32.5",
        "pressure, 101325, Pa, 1013.25",
        "pressure, 101.325, kPa, 1013.25",
        "pm10, 0.05, mg/m3, 50",
        "soilConductivity, 0.12, mS/cm, 120",
        "co2, 0.04, %, 400",
        "light, 1.5, klx, 1500",
    })
    void convertsFromUnitsOfTheSameDimension(String key, double value, String unit, double expected) {
        var conversion = Quantity.of(key).orElseThrow().conversionFrom(unit);

        assertThat(conversion.orElseThrow().applyAsDouble(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"distance, Cel", "fire, %", "distance, MM", "pm25, [ppm]", "temperature, °C"})
    void knowsNoUnitOfAnotherDimension(String key, String unit) {
        assertThat(Quantity.of(key).orElseThrow().conversionFrom(unit)).isEmpty();
    }

    @Test
    void isNamedInCamelCase() {
        assertThat(Quantity.FILL_LEVEL.key()).isEqualTo("fillLevel");
        assertThat(Quantity.PM25.key()).isEqualTo("pm25");
        assertThat(Quantity.of("FILL_LEVEL")).isEmpty();
    }
}
