package de.amtsfluss.deploy.flowablecomparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasurementOptionsTests {

    @Test
    void readsWhatIsGivenAndKeepsTheRest() {
        var options = MeasurementOptions.of("--concurrency", "1,6", "--measured", "5", "--unique", "false,true");

        assertThat(options.concurrency()).containsExactly(1, 6);
        assertThat(options.measured()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.unique()).containsExactly(false, true);
        assertThat(options.events()).isEqualTo(200_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--speed 3", "--events", "--events many"})
    void refusesWhatItDoesNotUnderstand(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> MeasurementOptions.of(line.split(" ")));
    }

    @Test
    void startsServersItselfUnlessBothAreNamed() {
        assertThat(Servers.named(Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://db.example/x")))
                .isEmpty();
    }
}
