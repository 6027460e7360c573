package de.amtsfluss.deploy.benchmarks.decisiontables;

import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a table, with those it requires, as a file of DMN 1.3. */
public final class TableFile {

    private TableFile() {}

    /**
     * The file with FEEL in its cells and allowed values in its columns, for all engines but Flowable alone.
     *
     * @param table the table
     * @return XML in UTF-8
     */
    public static byte[] feel(ComparedTable table) {
        return file(
                table,
                "",
                input -> "<inputValues>%s</inputValues>".formatted(text(input.allowed())),
                (cell, input) -> cell.feel());
    }

    /**
     * The file with JUEL in its cells, and a service over the decisions. Flowable alone has no allowed values of
     * numbers; it gets none.
     */
    static byte[] juel(ComparedTable table) {
        String encapsulated = table.required().stream()
                .map(decision -> "<encapsulatedDecision href=\"#%s\"/>".formatted(decision.id()))
                .collect(Collectors.joining());
        String service = """
                <decisionService id="%s" name="Was kostet es?">
                  <outputDecision href="#%s"/>%s
                </decisionService>
                """.formatted(service(table), table.id(), encapsulated);
        return file(table, table.required().isEmpty() ? "" : service, input -> "", Cell::juel);
    }

    /** The name of the service over the decisions, without which Flowable alone evaluates only one table. */
    static String service(ComparedTable table) {
        return table.id() + "Dienst";
    }

    private static byte[] file(
            ComparedTable table,
            String service,
            Function<ComparedDecision.Input, String> allowed,
            BiFunction<Cell, String, String> language) {
        String decisions = table.decisions().stream()
                .map(decision -> decision(decision, allowed, language))
                .collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions_%1$s" name="%1$s"
                             namespace="https://amtsfluss.de/benchmarks">
                  %2$s%3$s
                </definitions>
                """.formatted(table.id(), decisions, service).getBytes(StandardCharsets.UTF_8);
    }

    private static String decision(
            ComparedDecision decision,
            Function<ComparedDecision.Input, String> allowed,
            BiFunction<Cell, String, String> language) {
        return """
                <decision id="%1$s" name="Was kostet es?">
                  <variable id="variable_%1$s" name="%1$s"/>
                  %2$s
                  <decisionTable id="table_%1$s" hitPolicy="%3$s">%4$s%5$s%6$s</decisionTable>
                </decision>
                """.formatted(
                        decision.id(),
                        decision.required().stream()
                                .map(
                                        "<informationRequirement><requiredDecision href=\"#%s\"/></informationRequirement>"
                                                ::formatted)
                                .collect(Collectors.joining()),
                        decision.hitPolicy(),
                        decision.inputs().stream()
                                .map(input -> input(decision, input, allowed.apply(input)))
                                .collect(Collectors.joining()),
                        decision.outputs().stream()
                                .map(output -> output(decision, output))
                                .collect(Collectors.joining()),
                        IntStream.range(0, decision.rows().size())
                                .mapToObj(row -> rule(decision, row, language))
                                .collect(Collectors.joining()));
    }

    private static String input(ComparedDecision decision, ComparedDecision.Input input, String allowed) {
        return """
                <input id="input_%1$s_%2$s" label="%2$s">
                  <inputExpression id="expression_%1$s_%2$s" typeRef="%3$s"><text>%2$s</text></inputExpression>%4$s
                </input>
                """.formatted(decision.id(), input.name(), input.typeRef(), allowed);
    }

    private static String output(ComparedDecision decision, ComparedDecision.Output output) {
        return "<output id=\"output_%1$s_%2$s\" name=\"%2$s\" typeRef=\"%3$s\"/>%n"
                .formatted(decision.id(), output.name(), output.typeRef());
    }

    private static String rule(ComparedDecision decision, int number, BiFunction<Cell, String, String> language) {
        ComparedDecision.Row row = decision.rows().get(number);
        String inputs = IntStream.range(0, row.inputs().size())
                .mapToObj(column -> language.apply(
                        row.inputs().get(column), decision.inputs().get(column).name()))
                .map(cell -> entry("inputEntry", cell))
                .collect(Collectors.joining());
        String outputs = row.outputs().stream()
                .map(value -> entry("outputEntry", value instanceof String ? "\"" + value + '"' : value.toString()))
                .collect(Collectors.joining());
        return "<rule id=\"rule_%s_%d\">%s%s</rule>%n".formatted(decision.id(), number + 1, inputs, outputs);
    }

    private static String entry(String element, String cell) {
        return "<%1$s>%2$s</%1$s>".formatted(element, text(cell));
    }

    private static String text(String cell) {
        return "<text>%s</text>".formatted(cell.replace("&", "&amp;").replace("<", "&lt;"));
    }
}
