package de.amtsfluss.lorawantriggers.intake;

import de.amtsfluss.lorawantriggers.event.DeviceEvent;
import de.amtsfluss.lorawantriggers.event.EventLog;
import de.amtsfluss.lorawantriggers.networkserver.NetworkServer;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Happened;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Ignored;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Refused;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Translated;
import de.amtsfluss.lorawantriggers.uplink.DeadLetter;
import de.amtsfluss.lorawantriggers.uplink.UplinkLog;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes one document of a network server in, whichever way it came. No thread waits for Kafka. */
@Component
public class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final UplinkLog uplinks;
    private final EventLog events;
    private final int maxBytes;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, Counter> counters = new ConcurrentHashMap<>();
    private final AtomicBoolean kafkaAway = new AtomicBoolean();

    Intake(
            UplinkLog uplinks,
            EventLog events,
            IntakeProperties properties,
            Clock clock,
            ObjectProvider<MeterRegistry> meters) {
        this.uplinks = uplinks;
        this.events = events;
        this.maxBytes = Math.toIntExact(properties.maxSize().toBytes());
        this.clock = clock;
        this.meters = meters.getIfAvailable(() -> Metrics.globalRegistry);
    }

    /**
     * Keeps the uplink or the events, or the original bytes as dead letter if it is neither.
     *
     * @param event the kind of event where the server says it beside the document
     * @return done when Kafka has acknowledged it, failed when it has not in time
     */
    public CompletableFuture<?> accept(
            NetworkServer server, String event, byte[] body, @Nullable String contentType, @Nullable String topic) {
        CompletableFuture<?> kept = body.length > maxBytes
                ? buryTooLarge(server, body, topic)
                : switch (server.translate(event, body)) {
                    case Translated translated -> {
                        count(server, "uplink");
                        yield uplinks.append(translated.uplink());
                    }
                    case Happened happened -> {
                        count(server, "event");
                        yield append(happened.events());
                    }
                    case Ignored ignored -> {
                        count(server, "ignored");
                        yield CompletableFuture.completedFuture(ignored);
                    }
                    case Refused refused -> {
                        count(server, "refused");
                        yield uplinks.bury(letter(server, refused, body, contentType, topic));
                    }
                };
        return kept.whenComplete((done, failure) -> noteKafka(failure));
    }

    private CompletableFuture<?> append(List<DeviceEvent> several) {
        return CompletableFuture.allOf(several.stream().map(events::append).toArray(CompletableFuture[]::new));
    }

    private void count(NetworkServer server, String outcome) {
        counters.computeIfAbsent(
                        server.source() + ":" + outcome,
                        key -> meters.counter(
                                "amtsfluss.lorawan-triggers.intake", "server", server.source(), "outcome", outcome))
                .increment();
    }

    private DeadLetter letter(
            NetworkServer server, Refused refused, byte[] body, @Nullable String contentType, @Nullable String topic) {
        return new DeadLetter(
                refused.reason(),
                refused.detail(),
                clock.instant(),
                server.source(),
                refused.devEui(),
                body,
                contentType,
                topic);
    }

    /** Keeps the beginning of a document that is too large. */
    private CompletableFuture<?> buryTooLarge(NetworkServer server, byte[] body, @Nullable String topic) {
        count(server, "refused");
        return uplinks.bury(new DeadLetter(
                "too-large",
                "Expected at most %d bytes, but found %d; the rest is cut off".formatted(maxBytes, body.length),
                clock.instant(),
                server.source(),
                null,
                Arrays.copyOf(body, maxBytes),
                null,
                topic));
    }

    private void noteKafka(@Nullable Throwable failure) {
        if (failure != null && !kafkaAway.getAndSet(true)) {
            LOG.warn(
                    "Kafka does not take what comes in; webhooks get 503, the rest stays where it is: {}",
                    failure.toString());
        } else if (failure == null && kafkaAway.get() && kafkaAway.getAndSet(false)) {
            LOG.info("Kafka takes what comes in again");
        }
    }
}
