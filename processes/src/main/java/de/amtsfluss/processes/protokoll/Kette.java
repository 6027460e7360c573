package de.amtsfluss.processes.protokoll;

import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Protokolleintrag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * How entries are chained: {@code hash(n) = SHA-256(hash(n-1) || entry(n))}, the hash before as its 32 bytes, the entry
 * as {@link Felder} of these texts in this order:
 *
 * <ol>
 *   <li>the form, {@value #FORM}
 *   <li>chain, a UUID in lower case
 *   <li>number, in decimal digits
 *   <li>day, {@code 2026-11-26}
 *   <li>time in UTC with six decimals, {@code 2026-11-26T07:37:10.123456Z}
 *   <li>who: kind, name, stood in for
 *   <li>what: kind of object, its id, action, name of what changed, value before, value after, remark
 * </ol>
 *
 * <p>The hash before the first entry is SHA-256 over the form {@value #GENESIS} and the chain.
 */
public final class Kette {

    private static final String FORM = "amtsfluss.protokoll.1";
    private static final String GENESIS = "amtsfluss.kette.1";
    private static final DateTimeFormatter ZEIT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Kette() {}

    /** The hash before the first entry of a chain. */
    public static String genesis(UUID kette) {
        return new Felder(GENESIS).text(kette.toString()).hash();
    }

    /** The hash that an entry must have after the one before. */
    public static String hash(String previous, Protokolleintrag entry) {
        return hash(previous, entry.kette(), entry.nummer(), entry.tag(), entry.zeit(), entry.wer(), entry.was());
    }

    private static String hash(
            String previous, UUID kette, long nummer, LocalDate tag, Instant zeit, Handelnder wer, Handlung was) {
        return new Felder(FORM)
                .text(kette.toString())
                .number(nummer)
                .text(tag.toString())
                .text(ZEIT.format(zeit))
                .text(wer.art().name())
                .text(wer.kennung())
                .text(wer.fuer())
                .text(was.objektart().name())
                .text(was.objektId())
                .text(was.aktion().name())
                .text(was.metadatum())
                .text(was.alterWert())
                .text(was.neuerWert())
                .text(was.bemerkung())
                .hashAfter(previous);
    }

    /**
     * The end of a chain, to which the next entry is added.
     *
     * @param kette the chain
     * @param nummer the number of its last entry, 0 if it has none
     * @param tag the earliest day its next entry may count to
     * @param hash the hash of its last entry
     */
    record Ende(UUID kette, long nummer, LocalDate tag, String hash) {

        Protokolleintrag next(LocalDate today, Instant now, Handelnder wer, Handlung was) {
            var day = today.isBefore(tag) ? tag : today;
            return new Protokolleintrag(
                    kette, nummer + 1, day, now, wer, was, Kette.hash(hash, kette, nummer + 1, day, now, wer, was));
        }

        Ende after(Protokolleintrag entry) {
            return new Ende(kette, entry.nummer(), entry.tag(), entry.hash());
        }
    }
}
