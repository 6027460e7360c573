package de.amtsfluss.lorawantriggers.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DefinitionTests {

    @Test
    void givesWhatIsWritten() {
        var definition = Definition.of("a.yaml", "name: x\nlimit: 5\npause: PT2H\npart: {inner: 2.5}");

        assertThat(definition.text("name")).isEqualTo("x");
        assertThat(definition.integer("limit", 1, 10)).isEqualTo(5);
        assertThat(definition.duration("pause")).isEqualTo(Duration.ofHours(2));
        assertThat(definition.part("part").number("inner", 0, 10)).isEqualTo(2.5);
        assertThatCode(definition::throwIfWrong).doesNotThrowAnyException();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var definition = Definition.of("a.yaml", "limit: 50\npause: 2 hours\nextra: 1\npart: {innr: 1}");

        definition.text("name");
        definition.integer("limit", 1, 10);
        definition.duration("pause");
        definition.part("part").number("inner", 0, 10);

        assertThatThrownBy(definition::throwIfWrong)
                .hasMessageContaining("a.yaml: Expected a text at 'name', but found 'null'")
                .hasMessageContaining("a.yaml: Expected a whole number of 1 to 10 at 'limit', but found '50'")
                .hasMessageContaining("a.yaml: Expected a duration like PT2H at 'pause', but found '2 hours'")
                .hasMessageContaining("a.yaml: Expected no key 'extra', but found it")
                .hasMessageContaining("a.yaml: part: Expected a number of 0.0 to 10.0 at 'inner', but found 'null'")
                .hasMessageContaining("a.yaml: part: Expected no key 'innr', but found it");
    }

    @Test
    void refusesWhatIsNoMap() {
        assertThatThrownBy(() -> Definition.of("a.yaml", "just text")).hasMessageContaining("a map of settings");
        assertThatThrownBy(() -> Definition.of("a.yaml", "a: [")).hasMessageContaining("Expected a.yaml to be YAML");
    }
}
