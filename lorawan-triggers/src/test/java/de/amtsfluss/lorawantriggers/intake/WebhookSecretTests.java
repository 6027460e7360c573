package de.amtsfluss.lorawantriggers.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @Test
    void mustBeConfigured() {
        assertThatThrownBy(() -> new WebhookSecret(" "))
                .hasMessageContaining("Expected amtsfluss.lorawan-triggers.webhook-secret to be set");
    }
}
