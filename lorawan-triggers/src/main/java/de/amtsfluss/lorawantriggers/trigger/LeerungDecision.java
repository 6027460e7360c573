package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.lorawantriggers.Container.Fraktion;
import java.time.Duration;

/** Decides what a fill level asks for. */
interface LeerungDecision {

    /**
     * Decides about one reading.
     *
     * @throws NotDecidedException if the table gives no answer
     */
    Leerung decide(Fraktion fraktion, double prozent);

    /**
     * What a reading asks for.
     *
     * @param massnahme how urgent it is
     * @param prioritaet 0 to 100
     * @param frist until when the container has to be emptied, from the measurement on
     * @param erinnerung when the crew is reminded, from the measurement on
     * @param grund the decision, with its reason
     */
    record Leerung(Massnahme massnahme, int prioritaet, Duration frist, Duration erinnerung, Decided grund) {}

    /** How urgent a reading is. */
    enum Massnahme {
        /** Nothing to do. */
        KEINE,
        /** Somebody may look, nobody has to go. */
        BEOBACHTEN,
        /** An order if the next readings say the same. */
        AUFTRAG,
        /** An order at once. */
        SOFORT;

        /** Whether it asks for an order. */
        boolean isFull() {
            return this == AUFTRAG || this == SOFORT;
        }

        /** The word of the decision table. */
        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The decision table gave no answer. */
    final class NotDecidedException extends RuntimeException {

        NotDecidedException(String message) {
            super(message);
        }
    }
}
