package de.amtsfluss.processes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The open tasks of people. Every rule of who may do what is enforced here. */
public interface Aufgaben {

    /**
     * The tasks that the person may claim or has claimed, and those of whom it stands in for, the most urgent first.
     */
    List<Aufgabe> list(Akteur akteur);

    /** An open task if the person may see it. */
    Optional<Aufgabe> find(AufgabeKey key, Akteur akteur);

    /** The documentation of the step for the clerk, empty if the model has none. */
    String anleitung(AufgabeKey key, Akteur akteur);

    /** Claims a task for the person. */
    Outcome claim(AufgabeKey key, Akteur akteur);

    /** Gives a claimed task back to its groups. */
    Outcome unclaim(AufgabeKey key, Akteur akteur);

    /**
     * Completes a task that the person has claimed, or somebody it stands in for. The values go to the data of the
     * Vorgang, or to where an {@link Erledigungsregel} keeps them; those marked so in the form go to the engine as
     * well.
     *
     * @param values the values of the form by key
     */
    Outcome complete(AufgabeKey key, Akteur akteur, Map<String, @Nullable Object> values);

    /** What became of a command. */
    sealed interface Outcome {

        /** It is done, and the engine has confirmed it. */
        record Done() implements Outcome {}

        /** It is kept and will be handed to the engine as soon as that answers again. */
        record Accepted() implements Outcome {}

        /** The person may not see the task, or it does not exist or is no longer open. */
        record NotFound() implements Outcome {}

        /**
         * The task is in a state that does not allow it.
         *
         * @param sentence the reason in German, for the person
         */
        record Conflict(String sentence) implements Outcome {}

        /**
         * Values of the form are wrong; nothing was stored.
         *
         * @param messages a sentence in German per field key
         */
        record Invalid(Map<String, String> messages) implements Outcome {}

        /** The engine does not answer; nothing was changed. */
        record Unavailable() implements Outcome {}
    }
}
