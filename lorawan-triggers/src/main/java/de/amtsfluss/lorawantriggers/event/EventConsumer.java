package de.amtsfluss.lorawantriggers.event;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.uplink.DeadLetter;
import de.amtsfluss.lorawantriggers.uplink.TransientFailure;
import de.amtsfluss.lorawantriggers.uplink.UplinkLog;
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
 * Takes the events from Kafka, in order per device. A record is done when its transaction is committed or it lies in
 * the dead letters; while a server is away, it is tried again and nothing after it is touched.
 */
@Component
class EventConsumer implements AcknowledgingMessageListener<String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(EventConsumer.class);

    private final EventLog events;
    private final UplinkLog log;
    private final DeviceEventProcessing processing;
    private final AtomicBoolean stuck = new AtomicBoolean();

    EventConsumer(EventLog events, UplinkLog log, DeviceEventProcessing processing) {
        this.events = events;
        this.log = log;
        this.processing = processing;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> message, @Nullable Acknowledgment acknowledgment) {
        try {
            consume(message);
        } catch (RuntimeException failure) {
            if (!stuck.getAndSet(true)) {
                LOG.warn("Events have to wait, trying on: {}", failure.toString());
            }
            throw failure;
        }
        if (stuck.getAndSet(false)) {
            LOG.info("Events are processed again");
        }
        if (acknowledgment != null) {
            acknowledgment.acknowledge();
        }
    }

    private void consume(ConsumerRecord<String, byte[]> message) {
        DeviceEvent event;
        try {
            event = events.read(message.value());
        } catch (JacksonException | IllegalArgumentException e) {
            bury(message, null, "unreadable", "Expected a canonical event, but " + e.getMessage());
            return;
        }
        try {
            processing.process(event);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // An error that left this method would end the consumer for good.
            if (e instanceof RuntimeException failure && TransientFailure.isIn(failure)) {
                throw failure;
            }
            LOG.error("Expected to process event {} of device {}, but failed", event.eventId(), event.devEui(), e);
            bury(message, event.devEui(), "failed", e.toString());
        }
    }

    private void bury(ConsumerRecord<String, byte[]> message, @Nullable DevEui devEui, String reason, String detail) {
        try {
            log.bury(DeadLetter.of(message, devEui, reason, detail)).join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Expected Kafka to keep a dead letter, but it does not", e);
        }
    }
}
