package de.amtsfluss.processes;

import java.util.Set;

/**
 * A part of the application that publishes messages to procedures; {@code ReferencesTests} compares them with the
 * models.
 */
public interface Nachrichtenquelle {

    /** The names of the messages as written in the models. */
    Set<String> nachrichten();
}
