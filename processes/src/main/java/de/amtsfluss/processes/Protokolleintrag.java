package de.amtsfluss.processes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An entry of the {@link Protokoll}.
 *
 * @param kette its chain: the id of the Vorgang, or {@link #OHNE_VORGANG}
 * @param nummer its place in the chain, from 1 without gap
 * @param tag the day it counts to; never a day that was closed before it was written
 * @param zeit when it was written, to the microsecond
 * @param wer who did it
 * @param was what was done
 * @param hash SHA-256 over the hash of the entry before and this entry, lower-case hexadecimal
 */
public record Protokolleintrag(
        UUID kette, long nummer, LocalDate tag, Instant zeit, Handelnder wer, Handlung was, String hash) {

    /** The chain of what belongs to no Vorgang. */
    public static final UUID OHNE_VORGANG = new UUID(0, 0);

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what no entry can be. */
    public Protokolleintrag {
        Objects.requireNonNull(kette);
        Objects.requireNonNull(tag);
        Objects.requireNonNull(wer);
        Objects.requireNonNull(was);
        if (nummer < 1) {
            throw new IllegalArgumentException("Expected a number from 1, but it is %d".formatted(nummer));
        }
        if (!zeit.equals(zeit.truncatedTo(ChronoUnit.MICROS))) {
            throw new IllegalArgumentException("Expected a time to the microsecond, but it is %s".formatted(zeit));
        }
        if (!SHA_256.matcher(hash).matches()) {
            throw new IllegalArgumentException("Expected 64 hexadecimal digits as hash, but it is another text");
        }
    }

    /** The Vorgang it belongs to. */
    public Optional<VorgangId> vorgang() {
        return kette.equals(OHNE_VORGANG) ? Optional.empty() : Optional.of(new VorgangId(kette));
    }
}
