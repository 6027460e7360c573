package de.amtsfluss.decisiontables.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the decision tables.
 *
 * @param timeLimit how long a table with loops, functions or regular expressions may evaluate before it is given up
 * @param refresh how often to look whether another copy of the application released tables
 */
@ConfigurationProperties("amtsfluss.decision-tables")
record DecisionTablesProperties(
        @DefaultValue("1s") Duration timeLimit,
        @DefaultValue("2s") Duration refresh) {

    /** Refuses a limit within which nothing can be decided, and to look without pause. */
    DecisionTablesProperties {
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("Expected a time limit above zero, but got %s".formatted(timeLimit));
        }
        if (refresh.toMillis() < 1) {
            throw new IllegalArgumentException("Expected a refresh of at least 1 ms, but got %s".formatted(refresh));
        }
    }
}
