package de.amtsfluss.processes.protokoll;

import de.amtsfluss.processes.Protokolleintrag;
import java.util.Comparator;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes chains entry by entry, in the order of chain and number. What does not fit is a {@link BrokenChain} that
 * names the first such entry.
 */
public final class Ketten {

    /** As PostgreSQL orders them: byte by byte without sign. */
    private static final Comparator<UUID> ORDER = Comparator.comparing(
                    UUID::getMostSignificantBits, Long::compareUnsigned)
            .thenComparing(UUID::getLeastSignificantBits, Long::compareUnsigned);

    private final ObjLongConsumer<Protokolleintrag> days;
    private @Nullable Protokolleintrag last;
    private long chains;
    private long entries;
    private long ofDay;

    /**
     * Begins.
     *
     * @param days takes the last entry of each day of each chain, which is what a seal covers, and how many there are
     *     of that day
     */
    public Ketten(ObjLongConsumer<Protokolleintrag> days) {
        this.days = days;
    }

    /**
     * Takes the next entry.
     *
     * @throws BrokenChain if it does not fit to those before
     */
    public void add(Protokolleintrag entry) {
        var previous = last;
        if (previous == null || !previous.kette().equals(entry.kette())) {
            begin(previous, entry);
        } else {
            follow(previous, entry);
        }
        last = entry;
        entries++;
        ofDay++;
    }

    /** Ends: there are no more entries. */
    public void end() {
        if (last != null) {
            endDay(last);
        }
    }

    private void endDay(Protokolleintrag lastOfDay) {
        days.accept(lastOfDay, ofDay);
        ofDay = 0;
    }

    private void begin(@Nullable Protokolleintrag previous, Protokolleintrag entry) {
        if (previous != null) {
            if (ORDER.compare(previous.kette(), entry.kette()) > 0) {
                throw new BrokenChain(
                        entry,
                        "expected the chains in the order of their ids, each once, but it comes after "
                                + name(previous.kette()));
            }
            endDay(previous);
        }
        chains++;
        check(entry, 1, Kette.genesis(entry.kette()));
    }

    private void follow(Protokolleintrag previous, Protokolleintrag entry) {
        check(entry, previous.nummer() + 1, previous.hash());
        if (entry.tag().isBefore(previous.tag())) {
            throw new BrokenChain(
                    entry,
                    "expected day %s or later, as the entry before, but it is %s"
                            .formatted(previous.tag(), entry.tag()));
        }
        if (!entry.tag().equals(previous.tag())) {
            endDay(previous);
        }
    }

    private static void check(Protokolleintrag entry, long number, String previous) {
        if (entry.nummer() != number) {
            throw new BrokenChain(
                    entry,
                    entry.nummer() > number
                            ? "expected number %d before it, but that entry is missing".formatted(number)
                            : "expected number %d, but this number was there before".formatted(number));
        }
        var hash = Kette.hash(previous, entry);
        if (!hash.equals(entry.hash())) {
            throw new BrokenChain(
                    entry,
                    "expected hash %s by its content and the entry before, but it says %s"
                            .formatted(hash, entry.hash()));
        }
    }

    /** What a chain is called in sentences. */
    public static String name(UUID kette) {
        return kette.equals(Protokolleintrag.OHNE_VORGANG) ? "chain without Vorgang" : "chain of Vorgang " + kette;
    }

    /** How many entries fitted. */
    public long entries() {
        return entries;
    }

    /** How many chains began. */
    public long chains() {
        return chains;
    }

    /** An entry does not fit to those before it. */
    public static final class BrokenChain extends RuntimeException {

        private final long nummer;
        private final String difference;

        BrokenChain(Protokolleintrag entry, String difference) {
            super("%s, number %d: %s".formatted(name(entry.kette()), entry.nummer(), difference));
            this.nummer = entry.nummer();
            this.difference = difference;
        }

        /** The number of the entry. */
        public long nummer() {
            return nummer;
        }

        /** What differs. */
        public String difference() {
            return difference;
        }
    }
}
