package de.amtsfluss.lorawantriggers.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTests {

    private final WebhookSecret secret = new WebhookSecret("correct horse");

    @ParameterizedTest
    @ValueSource(strings = {"Bearer correct horse", "bearer correct horse"})
    void isInTheHeader(String header) {
        assertThat(secret.isIn(header)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {"Bearer ", "Bearer correct", "Bearer correct horse ", "correct horse", "Basic correct horse"})
    void isNotInAnyOther(String header) {
        assertThat(secret.isIn(header)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tts:correct horse", ":correct horse"})
    void isThePasswordOfBasic(String credentials) {
        assertThat(secret.isPasswordIn(basic(credentials))).isTrue();
        assertThat(secret.isIn(basic(credentials))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse", "tts:", "tts:wrong", "correct horse:tts", "a:b:correct horse"})
    void isNotInOtherCredentials(String credentials) {
        assertThat(secret.isPasswordIn(basic(credentials))).isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Basic", "Basic ", "Basic %%%", "Bearer correct horse"})
    void isNotInWhatIsNoBasic(String header) {
        assertThat(secret.isPasswordIn(header)).isFalse();
    }

    private static String basic(String credentials) {
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void mustBeConfigured() {
        assertThatThrownBy(() -> new WebhookSecret(" "))
                .hasMessageContaining("Expected amtsfluss.lorawan-triggers.webhook-secret to be set");
    }
}
