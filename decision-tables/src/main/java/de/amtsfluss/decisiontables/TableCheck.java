package de.amtsfluss.decisiontables;

import java.util.List;

/**
 * Looks for mistakes in a decision table without evaluating it.
 *
 * <p>Safe for use by many threads at once. The work is bounded: where a table is too large to be looked at as a whole,
 * a note says so. The result is the same at each call.
 */
public interface TableCheck {

    /**
     * Checks a DMN file.
     *
     * @param file what to call the file in the findings, usually its path
     * @param source the content of the file
     * @return all findings, in the order in which the check looks; empty when there is nothing to say
     */
    List<TableFinding> check(String file, byte[] source);
}
