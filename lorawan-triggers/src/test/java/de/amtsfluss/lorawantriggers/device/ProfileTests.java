package de.amtsfluss.lorawantriggers.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ProfileTests {

    private static final Profile PROFILE = Profile.read("profile.yaml", """
            name: Test
            measurements:
              distance: {from: level, unit: cm, valid: {min: 10, max: 1000}}
              tilt: {from: position, unit: "1", values: {normal: 0, tilt: 1}}
              temperature: {from: "probes[1].kelvin", unit: K, offset: -0.5}
              occupancy: {from: car.state, unit: "1", values: {true: 0, false: 1, 7: 1}}
              fire: {from: fire, unit: "1"}
            """);

    @Test
    void convertsIntoOurUnits() {
        assertThat(measure("{\"level\": 12.5, \"position\": \"tilt\"}").measurements())
                .isEqualTo(Map.of(Quantity.DISTANCE, 125.0, Quantity.TILT, 1.0));
    }

    @Test
    void findsWhatIsNested() {
        assertThat(measure("{\"probes\": [{}, {\"kelvin\": 298.85}], \"car\": {\"state\": false}}")
                        .measurements())
                .isEqualTo(Map.of(Quantity.TEMPERATURE, 25.2, Quantity.OCCUPANCY, 1.0));
        assertThat(measure("{\"probes\": {\"kelvin\": 1}, \"car\": [1, 2]}").measurements())
                .isEmpty();
    }

    @Test
    void understandsTrueAndFalseAndNumbersAsWords() {
        assertThat(measure("{\"fire\": true, \"car\": {\"state\": 7}}").measurements())
                .isEqualTo(Map.of(Quantity.FIRE, 1.0, Quantity.OCCUPANCY, 1.0));
    }

    @Test
    void takesTheFirstFieldThatIsThere() {
        var profile = Profile.read("profile.yaml", """
                name: Test
                measurements:
                  temperature: {from: [air, "probe.celsius"], unit: Cel}
                """);

        assertThat(measure(profile, "{\"probe\": {\"celsius\": 4}}")).containsEntry(Quantity.TEMPERATURE, 4.0);
        assertThat(measure(profile, "{\"air\": 3, \"probe\": {\"celsius\": 4}}"))
                .containsEntry(Quantity.TEMPERATURE, 3.0);
        assertThat(measure(profile, "{\"air\": null}")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            list[-1]                       | 3
            list[0]                        | 1
            /PM2.5                         | 7
            /a b/0/°C                      | 8
            messages[0][id=4097].value     | 25.1
            messages[0][type=Soil Temp].value | 4
            messages[0][type=none].value   |
            list[-4]                       |
            list[7]                        |
            list.a                         |
            messages.value                 |
            """)
    void findsItsWay(String from, @Nullable Double expected) {
        var profile = Profile.read(
                "profile.yaml", "name: Test\nmeasurements:\n  temperature: {from: \"" + from + "\", unit: Cel}\n");

        assertThat(measure(profile, """
                        {"list": [1, 2, 3], "PM2.5": 7, "a b": [{"°C": 8}],
                         "messages": [[{"id": 1}, {"id": 4097, "value": 25.1}, {"type": "Soil Temp", "value": "4"}]]}"""))
                .isEqualTo(expected == null ? Map.of() : Map.of(Quantity.TEMPERATURE, expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2000 mm            | 2000
            200                | 2000
            1.5m               | 1500
            -3 cm              | -30
            290 mm (near)      | 290
            Invalid Reading    |
            5 °C               |
            12 34              |
            1e400              |
            0x10               |
            ''                 |
            """)
    void readsNumbersInTexts(String text, @Nullable Double millimetres) {
        var profile = Profile.read("profile.yaml", """
                name: Test
                measurements:
                  distance: {from: level, unit: cm}
                """);

        assertThat(measure(profile, "{\"level\": \"" + text + "\"}"))
                .isEqualTo(millimetres == null ? Map.of() : Map.of(Quantity.DISTANCE, millimetres));
    }

    @Test
    void multipliesRawNumbers() {
        var profile = Profile.read("profile.yaml", """
                name: Test
                measurements:
                  batteryVoltage: {from: battery, unit: V, factor: 0.1}
                """);

        assertThat(measure(profile, "{\"battery\": 36}")).isEqualTo(Map.of(Quantity.BATTERY_VOLTAGE, 3.6));
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertThat(measure("{\"level\": null}")).isEqualTo(new Decoded.Values(Map.of(), List.of("of the codec")));
    }

    @Test
    void leavesOutWhatMakesNoSenseAndWarns() {
        var values = measure("{\"level\": 500, \"position\": \"upside down\", \"fire\": \"2000 mm\"}");

        assertThat(values.measurements()).isEmpty();
        assertThat(values.warnings())
                .containsExactlyInAnyOrder(
                        "of the codec",
                        "'level' is not usable as distance: 500",
                        "'position' is not usable as tilt: \"upside down\"",
                        "'fire' is not usable as fire: \"2000 mm\"");
    }

    @Test
    void tellsEverythingThatIsWrongWithAProfile() {
        assertThatThrownBy(() -> Profile.read("profile.yaml", """
                        name: Test
                        interval: often
                        pooled: perhaps
                        colour: red
                        downlinks: {stop: {fPort: 300}}
                        measurements:
                          distance: {from: level, unit: Cel}
                          smell: {from: nose, unit: "1"}
                          silentFor: {from: t, unit: h}
                          fire: {from: "a..b", unit: "1"}
                        """))
                .hasMessageContaining("Expected a unit of distance, but found 'Cel'")
                .hasMessageContaining("Expected a known quantity, but found 'smell'")
                .hasMessageContaining("Expected a quantity that a sensor can measure, but found 'silentFor'")
                .hasMessageContaining("Expected a field like 'a.b', 'a[0].b' or '/a/b' at 'from', but found 'a..b'")
                .hasMessageContaining("Expected a duration like PT2H at 'interval'")
                .hasMessageContaining("Expected true or false at 'pooled'")
                .hasMessageContaining("Expected no key 'colour'")
                .hasMessageContaining("Expected a whole number of 1 to 223 at 'fPort'")
                .hasMessageContaining("Expected a map of settings at 'data'");
    }

    private static Map<Quantity, Double> measure(Profile profile, String data) {
        return profile.measurements(JsonMapper.builder().build().readTree(data), List.of())
                .measurements();
    }

    private static Decoded.Values measure(String data) {
        return PROFILE.measurements(JsonMapper.builder().build().readTree(data), List.of("of the codec"));
    }
}
