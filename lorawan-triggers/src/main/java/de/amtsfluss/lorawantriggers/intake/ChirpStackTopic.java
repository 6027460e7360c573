package de.amtsfluss.lorawantriggers.intake;

import de.amtsfluss.lorawantriggers.networkserver.ChirpStack;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Takes ChirpStack's events from its own topic in. What came in one poll is sent at once, and is done when all of it
 * lies in ours; else it comes again.
 */
final class ChirpStackTopic implements BatchAcknowledgingMessageListener<String, byte[]> {

    private static final String EVENT = "event";
    private static final String EVENT_IN_KEY = ".event.";

    private final ChirpStack chirpStack;
    private final Intake intake;

    ChirpStackTopic(ChirpStack chirpStack, Intake intake) {
        this.chirpStack = chirpStack;
        this.intake = intake;
    }

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> records, @Nullable Acknowledgment acknowledgment) {
        CompletableFuture.allOf(records.stream().map(this::accept).toArray(CompletableFuture[]::new))
                .join();
        if (acknowledgment != null) {
            acknowledgment.acknowledge();
        }
    }

    private CompletableFuture<?> accept(ConsumerRecord<String, byte[]> message) {
        var body = message.value() == null ? new byte[0] : message.value();
        return intake.accept(chirpStack, event(message), body, "application/json", message.topic());
    }

    /** By the header, else by the end of the key; without either, an uplink. */
    private static String event(ConsumerRecord<String, byte[]> message) {
        var header = message.headers().lastHeader(EVENT);
        if (header != null && header.value() != null) {
            return new String(header.value(), StandardCharsets.UTF_8);
        }
        var at = message.key() == null ? -1 : message.key().lastIndexOf(EVENT_IN_KEY);
        return at < 0 ? "up" : message.key().substring(at + EVENT_IN_KEY.length());
    }
}
