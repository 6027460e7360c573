package de.amtsfluss.workers.notifications.print;

/** A letter cannot be printed as it is; the message names nobody. */
final class UnprintableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnprintableException(String why) {
        super(why);
    }

    /** A few words without personal data. */
    String why() {
        return String.valueOf(getMessage());
    }
}
