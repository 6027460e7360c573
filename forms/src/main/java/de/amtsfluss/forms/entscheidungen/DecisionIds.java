package de.amtsfluss.forms.entscheidungen;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.forms.fehler.NotFoundException;

/** Reads the ids of decisions in addresses. */
final class DecisionIds {

    private DecisionIds() {}

    /** What is no id of a decision is the id of none. */
    static DecisionId of(String id) {
        if (!DecisionId.isId(id)) {
            throw new NotFoundException();
        }
        return new DecisionId(id);
    }
}
