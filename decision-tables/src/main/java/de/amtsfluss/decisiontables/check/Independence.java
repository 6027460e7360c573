package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.TableSource.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.ParseResult;

/**
 * Finds out whether each input may have each of its values whatever the others are.
 *
 * <p>Two columns about the same fact do not vary independently, and a computed column may never have some values: a gap
 * or overlap there may be one that cannot occur.
 */
final class Independence {

    private Independence() {}

    static boolean holds(FeelEngineApi feel, TableSource source, Findings findings) {
        Set<String> facts = new HashSet<>();
        boolean holds = true;
        for (Column input : source.inputs()) {
            ParseResult parsed = feel.parseExpression(input.name());
            if (parsed.isFailure()) {
                findings.error(
                        List.of(),
                        input.name(),
                        "Expected FEEL, but '%s' is none: %s"
                                .formatted(input.name(), parsed.failure().message()));
                holds = false;
                continue;
            }
            Set<String> names = parsed.parsedExpression().getVariableNames();
            boolean fact = names.equals(Set.of(input.name()));
            if (!fact && input.allowed().isEmpty()) {
                findings.note(List.of(), input.name(), "Expected allowed values for a computed input, but there are"
                        + " none: gaps and overlaps of the table are not checked");
                holds = false;
            }
            if (names.stream().anyMatch(facts::contains)) {
                findings.note(List.of(), input.name(), "Expected inputs that do not depend on each other, but an"
                        + " earlier one uses the same fact: gaps and overlaps of the table are not checked");
                holds = false;
            }
            facts.addAll(names);
        }
        return holds;
    }
}
