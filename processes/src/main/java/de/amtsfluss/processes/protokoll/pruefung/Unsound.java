package de.amtsfluss.processes.protokoll.pruefung;

/** What is verified was changed, or cannot be read; the message is a sentence for the auditor. */
final class Unsound extends RuntimeException {

    Unsound(String sentence) {
        super(sentence);
    }

    Unsound(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
