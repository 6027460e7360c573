package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What went wrong in one run of a decision, in sentences that name it. */
final class Problems {

    private final String kind;
    private final DecisionId decision;
    private final int version;
    private final List<String> sentences = new ArrayList<>(0);

    /**
     * Begins without problems.
     *
     * @param kind what is run, such as {@code table}
     * @param version its version; 0 for what is run as part of another decision
     */
    Problems(String kind, DecisionId decision, int version) {
        this.kind = kind;
        this.decision = decision;
        this.version = version;
    }

    /** Returns how a sentence names a decision. */
    static String label(String kind, DecisionId decision, int version) {
        return version == 0
                ? "%s '%s'".formatted(kind, decision)
                : "%s '%s' (version %d)".formatted(kind, decision, version);
    }

    /** Adds a sentence; its first placeholder is what is run. */
    void add(String sentence, @Nullable Object... arguments) {
        List<@Nullable Object> all = new ArrayList<>(arguments.length + 1);
        all.add(label(kind, decision, version));
        all.addAll(Arrays.asList(arguments));
        sentences.add(sentence.formatted(all.toArray()));
    }

    boolean any() {
        return !sentences.isEmpty();
    }

    NotDecided notDecided() {
        return new NotDecided(decision, sentence());
    }

    String sentence() {
        return String.join(" ", sentences);
    }

    /** Returns a value for a sentence, which may repeat an input but not a whole document. */
    static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= 50 ? text : text.substring(0, 50) + "…";
    }
}
