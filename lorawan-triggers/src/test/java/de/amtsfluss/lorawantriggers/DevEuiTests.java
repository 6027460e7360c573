package de.amtsfluss.lorawantriggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevEuiTests {

    @Test
    void isTheSameInBothCases() {
        assertThat(new DevEui("24e124538b223213")).isEqualTo(new DevEui("24E124538B223213"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "24e124538b22321", "24e124538b2232134", "24e124538b22321g", "24-e1-24-53-8b-22"})
    void refusesWhatIsNotSixteenDigits(String text) {
        assertThatThrownBy(() -> new DevEui(text)).hasMessageContaining("16 hexadecimal digits");
    }
}
