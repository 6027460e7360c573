package de.amtsfluss.lorawantriggers.trigger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionTables;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Answers what was asked a moment ago as it was answered then: of thousands of sensors many say the same at once. A
 * version that is released decides from then on; only a table that asks for the time gets one that is up to
 * {@link #KEPT} old. What could not be decided is asked again.
 */
final class RecentDecisions implements DecisionTables {

    private static final Duration KEPT = Duration.ofSeconds(1);

    /** More than can be different in {@link #KEPT}; some hundred bytes each. */
    private static final int MOST = 10_000;

    private final DecisionTables tables;
    private final Cache<Question, Decided> recent =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(KEPT).build();

    RecentDecisions(DecisionTables tables) {
        this.tables = tables;
    }

    private record Question(DecisionId decision, int version, Map<String, ? extends @Nullable Object> inputs) {}

    @Override
    public DecisionResult evaluate(DecisionId decision, Map<String, ? extends @Nullable Object> inputs) {
        var version = tables.version(decision).orElse(0);
        var known = recent.getIfPresent(new Question(decision, version, inputs));
        if (known != null) {
            return known;
        }
        var result = tables.evaluate(decision, inputs);
        // Released in between, it is no answer of that version.
        if (result instanceof Decided decided && decided.version() == version) {
            recent.put(new Question(decision, version, new HashMap<>(inputs)), decided);
        }
        return result;
    }

    @Override
    public DecisionResult evaluate(DecisionId decision, int version, Map<String, ? extends @Nullable Object> inputs) {
        return tables.evaluate(decision, version, inputs);
    }

    @Override
    public OptionalInt version(DecisionId decision) {
        return tables.version(decision);
    }
}
