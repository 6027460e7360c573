package de.amtsfluss.lorawantriggers.uplink;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.amtsfluss.lorawantriggers.DevEui;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Something that came in and could not be used; the value in the topic {@code lorawan.dead-letters}.
 *
 * @param reason one word for machines
 * @param detail a sentence for the operator
 * @param receivedAt when it came in
 * @param source which network server or topic it came from
 * @param devEui the device if known
 * @param payload the original bytes, Base64
 * @param contentType how the bytes are to be read, if known
 * @param topic the MQTT or Kafka topic they came by, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetter(
        String reason,
        String detail,
        Instant receivedAt,
        String source,
        @Nullable DevEui devEui,
        String payload,
        @Nullable String contentType,
        @Nullable String topic) {

    /** The source of what came by one of our own topics. */
    public static final String OWN_TOPIC = "kafka";

    /** Keeps the original bytes. */
    public DeadLetter(
            String reason,
            String detail,
            Instant receivedAt,
            String source,
            @Nullable DevEui devEui,
            byte[] original,
            @Nullable String contentType,
            @Nullable String topic) {
        this(
                reason,
                detail,
                receivedAt,
                source,
                devEui,
                Base64.getEncoder().encodeToString(original),
                contentType,
                topic);
    }

    /** Keeps a record of one of our own topics as it is. */
    public static DeadLetter of(
            ConsumerRecord<String, byte[]> message, @Nullable DevEui devEui, String reason, String detail) {
        return new DeadLetter(
                reason,
                detail,
                Instant.ofEpochMilli(message.timestamp()),
                OWN_TOPIC,
                devEui,
                message.value() == null ? new byte[0] : message.value(),
                "application/json",
                message.topic());
    }
}
