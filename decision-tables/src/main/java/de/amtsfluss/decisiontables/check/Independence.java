package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.check.TableSource.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Ref;

/**
 * Finds out whether each input may have each of its values whatever the others are.
 *
 * <p>Two columns about the same fact do not vary independently, and a computed column may never have some values: a gap
 * or overlap there may be one that cannot occur.
 */
final class Independence {

    private final TableFeel feel;
    private final Findings findings;
    private final Set<String> facts = new HashSet<>();
    private boolean holds = true;

    private Independence(TableFeel feel, Findings findings) {
        this.feel = feel;
        this.findings = findings;
    }

    static boolean holds(TableFeel feel, TableSource source, Findings findings) {
        Independence independence = new Independence(feel, findings);
        source.inputs().forEach(independence::look);
        return independence.holds;
    }

    private void look(Column input) {
        ParseResult parsed = feel.expression(input.name());
        if (parsed.isFailure()) {
            findings.error(List.of(), input.name(), TableFeel.refusal(input.name(), parsed));
            holds = false;
            return;
        }
        Set<String> names = parsed.parsedExpression().getVariableNames();
        if (!isFact(parsed.parsedExpression().expression())
                && input.restrictions().isEmpty()) {
            refuse(input, "Expected allowed values for a computed input, but there are none");
        }
        if (names.stream().anyMatch(facts::contains)) {
            refuse(input, "Expected inputs that do not depend on each other, but an earlier one uses the same fact");
        }
        facts.addAll(names);
    }

    private static boolean isFact(Exp expression) {
        return expression instanceof Ref ref && ref.names().size() == 1;
    }

    private void refuse(Column input, String sentence) {
        findings.note(List.of(), input.name(), sentence + ": gaps and overlaps of the table are not checked");
        holds = false;
    }
}
