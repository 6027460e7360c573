package de.amtsfluss.decisiontables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionIdTests {

    @Test
    void isACamelCaseName() {
        assertThat(new DecisionId("containerLeerung")).hasToString("containerLeerung");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "container-leerung", "ContainerLeerung", "container leerung", "größe"})
    void refusesWhatFeelCouldNotName(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecisionId(value))
                .withMessage("Expected a decision id in camelCase, but got '%s'", value);
    }
}
