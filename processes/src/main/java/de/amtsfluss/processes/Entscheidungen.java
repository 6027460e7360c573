package de.amtsfluss.processes;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decisions by table about the Vorgaenge, kept with their reasons. */
public interface Entscheidungen {

    /**
     * Decides by a table and keeps the decision. A repeat with the same id decides nothing again and gives what was
     * kept, even when the table has changed since.
     *
     * @param id recognises a repeat
     * @param vorgang what it is about
     * @param question what is asked
     */
    Outcome decide(UUID id, VorgangId vorgang, Question question);

    /**
     * Decides likewise about what may become a Vorgang; the facts are kept in clear, so none may be personal.
     *
     * @param id recognises a repeat
     * @param ausloeser what it is about
     * @param question what is asked
     */
    Outcome decide(UUID id, AusloeserId ausloeser, Question question);

    /** Keeps a decision that made an Ausloeser ask for a Vorgang, in the caller's transaction. */
    void keep(AusloeserId ausloeser, Decided decided);

    /** The decisions about a Vorgang, the oldest first, for the system's own work. */
    List<Entscheidung> about(VorgangId vorgang);

    /** The decisions about a Vorgang, the oldest first, if the person may see it. */
    List<Entscheidung> about(VorgangId vorgang, Akteur akteur);

    /** The decisions about what may become a Vorgang, the oldest first, for the system's own work. */
    List<Entscheidung> about(AusloeserId ausloeser);

    /**
     * Evaluates a changed table on the inputs of past decisions; nothing is kept. Only those who release procedures may
     * do so, since the inputs are those of all Vorgaenge.
     *
     * @param akteur who asks
     * @param changed has the changed table
     * @param tabelle the table
     * @param since decisions before it are left out
     * @param limit how many decisions at most, the newest first; 1 to 100,000
     */
    Replay replay(Akteur akteur, DecisionTables changed, DecisionId tabelle, Instant since, int limit);

    /**
     * What is asked of a table.
     *
     * @param tabelle the table
     * @param version the version to decide by; null for the current one
     * @param fakten what is known, by the names the table uses; more than it asks for does no harm
     */
    record Question(DecisionId tabelle, @Nullable Integer version, Map<String, ? extends @Nullable Object> fakten) {

        /**
         * Asks the current version.
         *
         * @param tabelle the table
         * @param fakten what is known
         */
        public Question(DecisionId tabelle, Map<String, ? extends @Nullable Object> fakten) {
            this(tabelle, null, fakten);
        }
    }

    /** What became of a wish to evaluate again. */
    sealed interface Replay {

        /**
         * It was done.
         *
         * @param nachrechnung what would change
         */
        record Done(Nachrechnung nachrechnung) implements Replay {}

        /** The person does not release procedures. */
        record NotAllowed() implements Replay {}
    }

    /** What became of a wish to decide. */
    sealed interface Outcome {

        /**
         * The decision is kept.
         *
         * @param entscheidung made now or in an earlier attempt
         */
        record Made(Entscheidung entscheidung) implements Outcome {}

        /**
         * The table could not decide; nothing is kept.
         *
         * @param reason says why
         */
        record NotMade(NotDecided reason) implements Outcome {}
    }
}
