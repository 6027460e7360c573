package de.amtsfluss.decisiontables.check;

import java.util.List;

/** Finds outputs that cannot be put together, by DMN 1.3, 8.2.10: Collect's operators take one output, and numbers. */
final class AggregationCheck {

    private static final List<String> OF_NUMBERS = List.of("SUM", "MIN", "MAX");
    private static final List<String> HIT_POLICIES =
            List.of("UNIQUE", "FIRST", "PRIORITY", "ANY", "COLLECT", "RULE ORDER", "OUTPUT ORDER");

    private AggregationCheck() {}

    static void check(TableSource table, Findings findings) {
        String hitPolicy = table.hitPolicy();
        String aggregation = table.aggregation();
        int outputs = table.outputs().size();
        if (!HIT_POLICIES.contains(hitPolicy)) {
            error(findings, "Expected one of the hit policies %s, but found '%s'".formatted(HIT_POLICIES, hitPolicy));
        }
        if (aggregation.isEmpty()) {
            return;
        }
        if (!OF_NUMBERS.contains(aggregation) && !"COUNT".equals(aggregation)) {
            error(
                    findings,
                    "Expected one of the aggregations SUM, MIN, MAX, COUNT, but found '%s'".formatted(aggregation));
        }
        if (!hitPolicy.equals("COLLECT")) {
            error(
                    findings,
                    "Expected an aggregation only under hit policy COLLECT, but found %s under %s"
                            .formatted(aggregation, hitPolicy));
        }
        if (outputs != 1) {
            error(findings, "Expected one output to aggregate by %s, but found %d".formatted(aggregation, outputs));
        }
        if (OF_NUMBERS.contains(aggregation)) {
            checkNumbers(table, findings);
        }
    }

    private static void checkNumbers(TableSource table, Findings findings) {
        table.outputs().stream()
                .filter(output -> output.type() == null || ColumnType.of(output.type()) != ColumnType.NUMBER)
                .forEach(output -> findings.error(
                        List.of(),
                        output.name(),
                        "Expected the type number to aggregate by %s, but found '%s'"
                                .formatted(table.aggregation(), output.typeRef())));
    }

    private static void error(Findings findings, String sentence) {
        findings.error(List.of(), "", sentence);
    }
}
