package de.amtsfluss.decisiontables.check;

import java.util.List;

/** What the check makes of the unary tests in a cell. */
sealed interface Cell {

    /** The tests are a set of values. */
    record Known(ValueSet values) implements Cell {}

    /** The tests depend on more than the value of their column, so nothing is claimed about their row. */
    record Unknown() implements Cell {}

    /**
     * The tests cannot be meant so.
     *
     * @param sentences what was expected and what was found
     */
    record Wrong(List<String> sentences) implements Cell {}
}
