package de.amtsfluss.deploy.benchmarks.decisiontables;

import java.util.Map;

/** An engine of decision tables that was started. */
public interface Engine extends AutoCloseable {

    /**
     * Makes a table ready to be evaluated; that is not measured.
     *
     * @param table the table
     * @return the table in the engine's form
     * @throws IllegalStateException when the engine refuses the table
     */
    Decision decision(ComparedTable table);

    @Override
    void close();

    /** A table in the form the engine evaluates; safe for many threads. */
    interface Decision {

        /**
         * Evaluates; that is measured.
         *
         * @param question the index in {@link ComparedTable#questions()}
         * @return the result as the engine gives it
         */
        Object evaluate(int question);

        /**
         * Reads the outputs out of a result.
         *
         * @param result what {@link #evaluate} returned
         * @return texts and numbers by name, the numbers of any type
         * @throws IllegalStateException when nothing was decided
         */
        Map<String, Object> outputs(Object result);
    }
}
