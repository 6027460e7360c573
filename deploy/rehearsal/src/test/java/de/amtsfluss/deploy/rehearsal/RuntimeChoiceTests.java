package de.amtsfluss.deploy.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How the engine is chosen. */
class RuntimeChoiceTests {

    @Test
    void theChoiceIsAWord() {
        assertThat(RuntimeChoice.of("rehearsal")).isEqualTo(RuntimeChoice.REHEARSAL);
        assertThat(RuntimeChoice.of("managed")).isEqualTo(RuntimeChoice.MANAGED);
        assertThatThrownBy(() -> RuntimeChoice.of("docker"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected -Dcpt.runtime to be rehearsal or managed, but found 'docker'");
    }
}
