package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.lorawantriggers.Container.Fraktion;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Asks the decision table of the trigger. */
final class LeerungTable implements LeerungDecision {

    private final DecisionTables tables;
    private final DecisionId decision;
    private final MeterRegistry meters;

    LeerungTable(DecisionTables tables, DecisionId decision, MeterRegistry meters) {
        this.tables = tables;
        this.decision = decision;
        this.meters = meters;
    }

    @Override
    public Leerung decide(Fraktion fraktion, double prozent) {
        var facts = Map.of("fraktion", fraktion.name(), "fuellstandProzent", BigDecimal.valueOf(prozent));
        return switch (tables.evaluate(decision, facts)) {
            case Decided decided -> {
                count(decided.text("massnahme"));
                yield leerung(decided);
            }
            case NotDecided not -> {
                count("unentschieden");
                throw new NotDecidedException(
                        "Expected table '%s' to decide, but: %s".formatted(not.decision(), not.sentence()));
            }
        };
    }

    private static Leerung leerung(Decided decided) {
        return new Leerung(
                Massnahme.valueOf(decided.text("massnahme").toUpperCase(Locale.ROOT)),
                decided.number("prioritaet").intValueExact(),
                hours(decided.number("fristStunden")),
                hours(decided.number("erinnerungStunden")),
                decided);
    }

    /** Reasons are kept for what leads to an order only; of the rest the office sees how often it was decided. */
    private void count(String outcome) {
        meters.counter("amtsfluss.lorawan-triggers.decisions", "decision", decision.value(), "outcome", outcome)
                .increment();
    }

    private static Duration hours(BigDecimal hours) {
        return Duration.ofMinutes(hours.multiply(BigDecimal.valueOf(60)).longValue());
    }
}
