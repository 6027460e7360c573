package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Unusable;
import de.amtsfluss.lorawantriggers.uplink.DeadLetter;
import de.amtsfluss.lorawantriggers.uplink.TransientFailure;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import de.amtsfluss.lorawantriggers.uplink.UplinkLog;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Takes the uplinks from Kafka, in order per device. A record is done when its transaction is committed or it lies in
 * the dead letters; while a server is away, it is tried again and nothing after it is touched.
 */
@Component
class UplinkConsumer implements AcknowledgingMessageListener<String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(UplinkConsumer.class);

    private final UplinkLog uplinks;
    private final UplinkProcessing processing;
    private final AtomicBoolean stuck = new AtomicBoolean();

    UplinkConsumer(UplinkLog uplinks, UplinkProcessing processing) {
        this.uplinks = uplinks;
        this.processing = processing;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> message, @Nullable Acknowledgment acknowledgment) {
        try {
            consume(message);
        } catch (RuntimeException failure) {
            if (!stuck.getAndSet(true)) {
                LOG.warn("Uplinks have to wait, trying on: {}", failure.toString());
            }
            throw failure;
        }
        if (stuck.getAndSet(false)) {
            LOG.info("Uplinks are processed again");
        }
        if (acknowledgment != null) {
            acknowledgment.acknowledge();
        }
    }

    private void consume(ConsumerRecord<String, byte[]> message) {
        Uplink uplink;
        try {
            uplink = uplinks.read(message.value());
        } catch (JacksonException | IllegalArgumentException e) {
            bury(message, null, "unreadable", "Expected a canonical uplink, but " + e.getMessage());
            return;
        }
        try {
            if (processing.process(uplink) instanceof Unusable unusable) {
                bury(message, uplink.devEui(), unusable.reason(), unusable.detail());
            }
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // An error that left this method would end the consumer for good.
            if (e instanceof RuntimeException failure && TransientFailure.isIn(failure)) {
                throw failure;
            }
            LOG.error("Expected to process uplink {} of device {}, but failed", uplink.eventId(), uplink.devEui(), e);
            bury(message, uplink.devEui(), "failed", e.toString());
        }
    }

    private void bury(ConsumerRecord<String, byte[]> message, @Nullable DevEui devEui, String reason, String detail) {
        try {
            uplinks.bury(new DeadLetter(
                            reason,
                            detail,
                            Instant.ofEpochMilli(message.timestamp()),
                            "kafka",
                            devEui,
                            message.value() == null ? new byte[0] : message.value(),
                            "application/json",
                            message.topic()))
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Expected Kafka to keep a dead letter, but it does not", e);
        }
    }
}
