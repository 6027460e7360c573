package de.amtsfluss.lorawantriggers.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ProfileTests {

    private static final Profile PROFILE = Profile.read("profile.yaml", """
            name: Test
            measurements:
              distance: {from: level, unit: cm, valid: {min: 10, max: 1000}}
              tilt: {from: position, unit: "1", values: {normal: 0, tilt: 1}}
            """);

    @Test
    void convertsIntoOurUnits() {
        assertThat(measure("{\"level\": 12.5, \"position\": \"tilt\"}").measurements())
                .isEqualTo(Map.of(Quantity.DISTANCE, 125.0, Quantity.TILT, 1.0));
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertThat(measure("{\"level\": null}")).isEqualTo(new Decoded.Values(Map.of(), List.of("of the codec")));
    }

    @Test
    void leavesOutWhatMakesNoSenseAndWarns() {
        var values = measure("{\"level\": 500, \"position\": \"upside down\"}");

        assertThat(values.measurements()).isEmpty();
        assertThat(values.warnings())
                .containsExactlyInAnyOrder(
                        "of the codec",
                        "'level' is not usable as distance: 500",
                        "'position' is not usable as tilt: \"upside down\"");
    }

    @Test
    void tellsEverythingThatIsWrongWithAProfile() {
        assertThatThrownBy(() -> Profile.read("profile.yaml", """
                        name: Test
                        measurements:
                          distance: {from: level, unit: Cel}
                          smell: {from: nose, unit: "1"}
                        """))
                .hasMessageContaining("Expected a unit of distance, but found 'Cel'")
                .hasMessageContaining("Expected a known quantity, but found 'smell'");
    }

    private static Decoded.Values measure(String data) {
        return PROFILE.measurements(JsonMapper.builder().build().readTree(data), List.of("of the codec"));
    }
}
