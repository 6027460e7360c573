package de.amtsfluss.decisiontables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionIdTests {

    @Test
    void isTheIdOfAnElement() {
        assertThat(new DecisionId("containerLeerung")).hasToString("containerLeerung");
        assertThat(List.of("Decision_0abc1-2.x", "größe", "_1")).allMatch(DecisionId::isId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "-a", "container leerung", "a:b", "a\n"})
    void refusesWhatNoElementCanBeCalled(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DecisionId(value))
                .withMessage("Expected a decision id that is a name in XML, but got '%s'", value);
    }
}
