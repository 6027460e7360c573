package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.lorawantriggers.Container.Fraktion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Asks the decision table of the trigger. */
final class LeerungTable implements LeerungDecision {

    private final DecisionTables tables;
    private final DecisionId decision;

    LeerungTable(DecisionTables tables, DecisionId decision) {
        this.tables = tables;
        this.decision = decision;
    }

    @Override
    public Leerung decide(Fraktion fraktion, double prozent) {
        var facts = Map.of("fraktion", fraktion.name(), "fuellstandProzent", BigDecimal.valueOf(prozent));
        return switch (tables.evaluate(decision, facts)) {
            case Decided decided ->
                new Leerung(
                        Massnahme.valueOf(decided.text("massnahme").toUpperCase(Locale.ROOT)),
                        decided.number("prioritaet").intValueExact(),
                        hours(decided.number("fristStunden")),
                        hours(decided.number("erinnerungStunden")));
            case NotDecided not ->
                throw new NotDecidedException(
                        "Expected table '%s' to decide, but: %s".formatted(not.decision(), not.sentence()));
        };
    }

    private static Duration hours(BigDecimal hours) {
        return Duration.ofMinutes(hours.multiply(BigDecimal.valueOf(60)).longValue());
    }
}
