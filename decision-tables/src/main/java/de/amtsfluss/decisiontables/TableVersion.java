package de.amtsfluss.decisiontables;

import java.time.Instant;

/**
 * A version of a DMN file as it is kept. All decisions of a file have the version of the file.
 *
 * @param table the id of the decision after which the file is called
 * @param version its version, counted from 1
 * @param since when it was kept
 * @param origin where it came from
 */
public record TableVersion(DecisionId table, int version, Instant since, Origin origin) {

    /** Where a version came from. */
    public sealed interface Origin {

        /** It came with the software. */
        record Delivered() implements Origin {}

        /**
         * Somebody released it while the software ran.
         *
         * @param by the login name of the person
         */
        record Released(String by) implements Origin {}
    }
}
