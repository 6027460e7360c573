package de.amtsfluss.workers.touren;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the crew says after a tour; see {@link ReportTour.Input}. Where it names stops, it does so by their numbers.
 *
 * @param alleGeleert whether all containers were emptied; what else was filled in does not count then
 * @param zugeparkt the stops that could not be reached
 * @param beschaedigt the stops whose container is damaged
 * @param falschBefuellt the stops whose container is filled with something else
 * @param uebrige the stops that were not done for another reason
 */
record Rueckmeldung(
        boolean alleGeleert,
        @Nullable String zugeparkt,
        @Nullable String beschaedigt,
        @Nullable String falschBefuellt,
        @Nullable String uebrige) {

    /** What it means for a tour with these stops. An order must not count as done because of a slip of the pen. */
    Gelesen read(Set<Integer> stops) {
        if (alleGeleert) {
            return new Gelesen.Klar(Map.of());
        }
        var reasons = new TreeMap<Integer, String>();
        try {
            add(reasons, stops, zugeparkt, "zugeparkt");
            add(reasons, stops, beschaedigt, "beschaedigt");
            add(reasons, stops, falschBefuellt, "falschbefuellung");
            add(reasons, stops, uebrige, "sonstige");
        } catch (UnklarException e) {
            return new Gelesen.Unklar(e.satz);
        }
        return reasons.isEmpty()
                ? new Gelesen.Unklar("Bitte nennen Sie die Halte, an denen nicht geleert wurde.")
                : new Gelesen.Klar(reasons);
    }

    private static void add(Map<Integer, String> reasons, Set<Integer> stops, @Nullable String named, String reason)
            throws UnklarException {
        if (named == null || named.isBlank()) {
            return;
        }
        for (var part : named.split(",", -1)) {
            int number = number(part.strip());
            if (!stops.contains(number)) {
                throw new UnklarException("Auf dieser Tour gibt es keinen Halt „%s“.".formatted(part.strip()));
            }
            if (reasons.putIfAbsent(number, reason) != null) {
                throw new UnklarException("Halt %d ist mehrmals genannt.".formatted(number));
            }
        }
    }

    /** Zero, which no stop has, for what is no number. */
    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    /** What the answers mean. */
    sealed interface Gelesen {

        /**
         * They can be right.
         *
         * @param gruende why stops were not done, by their numbers
         */
        record Klar(Map<Integer, String> gruende) implements Gelesen {}

        /**
         * They cannot.
         *
         * @param satz what is wrong, for the crew
         */
        record Unklar(String satz) implements Gelesen {}
    }

    private static final class UnklarException extends Exception {
        private static final long serialVersionUID = 1;
        private final String satz;

        UnklarException(String satz) {
            super(satz);
            this.satz = satz;
        }
    }
}
