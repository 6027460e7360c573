package de.amtsfluss.decisiontables.engine;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the decision tables.
 *
 * @param timeLimit how long a table with loops, functions or regular expressions may evaluate before it is given up
 */
@ConfigurationProperties("amtsfluss.decision-tables")
record DecisionTablesProperties(@DefaultValue("1s") Duration timeLimit) {

    /** Refuses a limit within which nothing can be decided. */
    DecisionTablesProperties {
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("Expected a time limit above zero, but got %s".formatted(timeLimit));
        }
    }
}
