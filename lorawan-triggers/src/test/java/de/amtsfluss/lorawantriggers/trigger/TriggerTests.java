package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.decisiontables.DecisionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TriggerTests {

    @Test
    void ofContainerLeerenIsAsAgreed() throws IOException {
        var file = "triggers/container-leeren.yaml";

        assertThat(Trigger.read(file, Files.readString(Path.of(file))))
                .isEqualTo(new Trigger(
                        "container-leeren",
                        new DecisionId("containerLeerung"),
                        "container-leeren.containerVoll",
                        "container-leeren.leerungGemessen",
                        2,
                        40,
                        30,
                        Duration.ofHours(2),
                        Duration.ofHours(24)));
    }

    @Test
    void tellsEverythingThatIsWrong() {
        assertThatThrownBy(() -> Trigger.read("triggers/a.yaml", """
                        verfahren: b
                        measurement: laerm
                        decision: no id
                        messages: {start: s}
                        correlation: containerId
                        hysteresis: {holdReadings: 0, rearmBelowProzent: 140, dropPoints: 30}
                        lockout: two hours
                        maxAge: PT24H
                        """))
                .hasMessageContaining("Expected the file to be named after its verfahren 'b'")
                .hasMessageContaining("Expected 'fillLevel' at 'measurement', but found 'laerm'")
                .hasMessageContaining("Expected a decision id that is a name in XML, but got 'no id'")
                .hasMessageContaining("Expected a text at 'emptied'")
                .hasMessageContaining("at 'holdReadings', but found '0'")
                .hasMessageContaining("at 'rearmBelowProzent', but found '140'")
                .hasMessageContaining("at 'lockout', but found 'two hours'");
    }
}
