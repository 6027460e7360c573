package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.trigger.Outcome.Applied;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Repeated;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Undecided;
import de.amtsfluss.lorawantriggers.trigger.Outcome.Unusable;
import de.amtsfluss.lorawantriggers.uplink.DeadLetter;
import de.amtsfluss.lorawantriggers.uplink.TransientFailure;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import de.amtsfluss.lorawantriggers.uplink.UplinkLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/**
 * Takes the uplinks from Kafka, in order per device. Records are done when their transaction is committed or they lie
 * in the dead letters; while a server is away, they are tried again and nothing after them is touched.
 */
@Component
class UplinkConsumer implements BatchAcknowledgingMessageListener<String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(UplinkConsumer.class);

    private final UplinkLog uplinks;
    private final UplinkBatch batch;
    private final AtomicBoolean stuck = new AtomicBoolean();

    UplinkConsumer(UplinkLog uplinks, UplinkBatch batch) {
        this.uplinks = uplinks;
        this.batch = batch;
    }

    /** A record that could be read. */
    private record Read(ConsumerRecord<String, byte[]> message, Uplink uplink) {}

    @Override
    public void onMessage(List<ConsumerRecord<String, byte[]>> messages, @Nullable Acknowledgment acknowledgment) {
        try {
            consume(messages);
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

    private void consume(List<ConsumerRecord<String, byte[]>> messages) {
        var letters = new ArrayList<DeadLetter>();
        var readable = new ArrayList<Read>();
        for (var message : messages) {
            try {
                readable.add(new Read(message, uplinks.read(message.value())));
            } catch (JacksonException | IllegalArgumentException e) {
                letters.add(DeadLetter.of(
                        message, null, "unreadable", "Expected a canonical uplink, but " + e.getMessage()));
            }
        }
        letters.addAll(process(readable));
        bury(letters);
    }

    private List<DeadLetter> process(List<Read> readable) {
        try {
            return unusable(
                    readable, batch.process(readable.stream().map(Read::uplink).toList()));
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            // An error that left this method would end the consumer for good.
            if (e instanceof RuntimeException failure && TransientFailure.isIn(failure)) {
                throw failure;
            }
            if (readable.size() > 1) {
                // One of them is to blame; the others must not share its fate.
                return readable.stream()
                        .flatMap(one -> process(List.of(one)).stream())
                        .toList();
            }
            var failed = readable.getFirst();
            var uplink = failed.uplink();
            LOG.error("Expected to process uplink {} of device {}, but failed", uplink.eventId(), uplink.devEui(), e);
            return List.of(DeadLetter.of(failed.message(), uplink.devEui(), "failed", e.toString()));
        }
    }

    private static List<DeadLetter> unusable(List<Read> readable, List<Outcome> outcomes) {
        var letters = new ArrayList<DeadLetter>();
        for (var i = 0; i < outcomes.size(); i++) {
            var one = readable.get(i);
            var devEui = one.uplink().devEui();
            switch (outcomes.get(i)) {
                case Unusable unusable ->
                    letters.add(DeadLetter.of(one.message(), devEui, unusable.reason(), unusable.detail()));
                case Undecided undecided ->
                    letters.add(DeadLetter.of(one.message(), devEui, "undecided", undecided.detail()));
                case Applied applied -> {}
                case Repeated repeated -> {}
            }
        }
        return letters;
    }

    private void bury(List<DeadLetter> letters) {
        try {
            CompletableFuture.allOf(letters.stream().map(uplinks::bury).toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("Expected Kafka to keep a dead letter, but it does not", e);
        }
    }
}
