package de.amtsfluss.processes;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The seal of a day of the {@link Protokoll}. Hashes are lower-case hexadecimal.
 *
 * @param nummer its place among the seals, from 1 without gap
 * @param tag the day, in the office's time zone; each seal is of the day after the one before
 * @param ketten how many chains grew that day
 * @param eintraege how many entries the day has
 * @param wurzel the root of the Merkle tree (RFC 6962, section 2.1) over the last entry of each of these chains
 * @param vorher the hash of the seal before
 * @param hash the hash of this seal, over all that is above
 */
public record Siegel(
        long nummer, LocalDate tag, long ketten, long eintraege, String wurzel, String vorher, String hash) {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** Refuses what no seal can be. */
    public Siegel {
        Objects.requireNonNull(tag);
        for (var text : new String[] {wurzel, vorher, hash}) {
            if (!SHA_256.matcher(text).matches()) {
                throw new IllegalArgumentException("Expected 64 hexadecimal digits as hash, but it is another text");
            }
        }
    }
}
