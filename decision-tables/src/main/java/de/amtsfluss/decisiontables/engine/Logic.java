package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a decision is made of its facts: DMN 1.3, 6.3.7 and 7.2. */
sealed interface Logic permits Table, Formula {

    /** Returns the decision. */
    DecisionId id();

    /** Returns what it takes from outside. */
    Facts facts();

    /** Says whether it may take long, so that an evaluation needs a time limit. */
    boolean unbounded();

    /**
     * Decides.
     *
     * @param version the version of its file; 0 when it is part of another decision
     * @param given what there is; more than it takes does no harm
     */
    DecisionResult decide(int version, Map<String, ? extends @Nullable Object> given);
}
