package de.amtsfluss.lorawantriggers.trigger;

/** What became of an uplink. */
sealed interface Outcome {

    /** It was used. */
    record Applied() implements Outcome {}

    /** It was processed before. */
    record Repeated() implements Outcome {}

    /**
     * It was used, but a table gave no answer; the trigger that asked it stays where it was until the next reading.
     *
     * @param detail a sentence for the operator
     */
    record Undecided(String detail) implements Outcome {}

    /**
     * It cannot be used; nothing was changed.
     *
     * @param reason one word for machines
     * @param detail a sentence for the operator
     */
    record Unusable(String reason, String detail) implements Outcome {}
}
