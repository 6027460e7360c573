package de.amtsfluss.lorawantriggers.intake;

import de.amtsfluss.lorawantriggers.uplink.ChirpStackUplinks;
import de.amtsfluss.lorawantriggers.uplink.DeadLetter;
import de.amtsfluss.lorawantriggers.uplink.Translation.Refused;
import de.amtsfluss.lorawantriggers.uplink.Translation.Translated;
import de.amtsfluss.lorawantriggers.uplink.UplinkLog;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes one ChirpStack event in, whichever way it came. */
@Component
class Intake {

    private final ChirpStackUplinks chirpStack;
    private final UplinkLog uplinks;
    private final Clock clock;

    Intake(ChirpStackUplinks chirpStack, UplinkLog uplinks, Clock clock) {
        this.chirpStack = chirpStack;
        this.uplinks = uplinks;
        this.clock = clock;
    }

    /**
     * Keeps the uplink, or the original bytes as dead letter if it is none.
     *
     * @return done when Kafka has acknowledged it
     */
    CompletableFuture<@Nullable Void> accept(byte[] body, @Nullable String contentType, @Nullable String topic) {
        return switch (chirpStack.translate(body)) {
            case Translated translated -> uplinks.append(translated.uplink());
            case Refused refused -> uplinks.bury(letter(refused, body, contentType, topic));
        };
    }

    private DeadLetter letter(Refused refused, byte[] body, @Nullable String contentType, @Nullable String topic) {
        return new DeadLetter(
                refused.reason(),
                refused.detail(),
                clock.instant(),
                ChirpStackUplinks.SOURCE,
                refused.devEui(),
                body,
                contentType,
                topic);
    }

    /** Keeps the beginning of a message that is too large to be an uplink. */
    CompletableFuture<@Nullable Void> refuseTooLarge(byte[] body, int kept, @Nullable String topic) {
        return uplinks.bury(new DeadLetter(
                "too-large",
                "Expected at most %d bytes, but found %d; the rest is cut off".formatted(kept, body.length),
                clock.instant(),
                ChirpStackUplinks.SOURCE,
                null,
                Arrays.copyOf(body, kept),
                null,
                topic));
    }
}
