package de.amtsfluss.references;

import de.amtsfluss.processes.Nachrichtenquelle;
import java.util.List;
import java.util.Set;

/**
 * A part of the application, other than a trigger, that publishes messages.
 *
 * @param name the class
 * @param messages the names of the messages
 */
record Source(String name, Set<String> messages) {

    /** All of the application. They are asked for their constants only, so nothing is passed to them. */
    static List<Source> ofTheApplication() {
        return Worker.instances(Nachrichtenquelle.class, "de.amtsfluss").stream()
                .map(source -> new Source(source.getClass().getSimpleName(), source.nachrichten()))
                .toList();
    }
}
