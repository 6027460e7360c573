package de.amtsfluss.deploy.zeebeexporter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProducerSettingsTests {

    private final ExporterSettings settings = ExporterSettings.from(Map.of(
            "bootstrapServers", "localhost:1", "flushTimeout", "PT3S", "producer", Map.of("compression.type", "gzip")));

    @Test
    void keepsOrderAndCompleteness() {
        assertThat(ProducerSettings.of(settings, Duration.ofSeconds(1), 1))
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", true)
                .containsEntry("max.in.flight.requests.per.connection", 1)
                .containsEntry("delivery.timeout.ms", 3_000)
                .containsEntry("max.block.ms", 1_000L)
                .containsEntry("compression.type", "gzip");
    }

    @Test
    void areUnderstoodByKafka() {
        assertThatCode(() -> ProducerSettings.open(settings, Duration.ofSeconds(1), 1)
                        .close(Duration.ZERO))
                .doesNotThrowAnyException();
    }
}
