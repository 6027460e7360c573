package de.amtsfluss.processes;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a procedure asks beyond the form before a task is taken or completed, and where it keeps what was entered. A
 * bean of this type holds for pages and HTTP interface alike, since {@link Aufgaben} asks it.
 */
public interface Erledigungsregel {

    /** The procedure whose tasks it is for. */
    String verfahren();

    /** Why somebody may not take or complete the task, a sentence in German; empty if he may. */
    Optional<String> refuse(Stelle wo, Handelnder wer);

    /** What is wrong with the values beyond the rules of the form: a sentence in German per field key. */
    Map<String, String> check(Stelle wo, Map<String, @Nullable Object> werte);

    /**
     * Keeps the values in the caller's transaction, instead of adding them to the data of the Vorgang.
     *
     * @return {@code false} if there is nothing left to complete; the caller then rolls back
     */
    boolean keep(Stelle wo, Handelnder wer, Map<String, @Nullable Object> werte);

    /**
     * Where a task stands.
     *
     * @param aufgabe the task
     * @param processInstanceKey its process
     * @param elementId its step in the model
     */
    record Stelle(Aufgabe aufgabe, long processInstanceKey, String elementId) {}
}
