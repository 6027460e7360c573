package de.amtsfluss.deploy.benchmarks.decisiontables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes a table as a file of DMN 1.3. */
public final class TableFile {

    private static final List<String> INPUTS = List.of("gebiet", "gewichtKg");

    private TableFile() {}

    /**
     * The file with FEEL in its cells and allowed values in its columns, for all engines but Flowable alone.
     *
     * @param table the table
     * @return XML in UTF-8
     */
    public static byte[] feel(ComparedTable table) {
        String districts =
                table.districts().stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
        return write(
                table,
                "<inputValues><text>%s</text></inputValues>".formatted(districts),
                "<inputValues><text>[0..%d)</text></inputValues>".formatted(table.weights()),
                (cell, input) -> cell.feel());
    }

    /** The file with JUEL in its cells. Flowable alone has no allowed values of numbers; it gets none. */
    static byte[] juel(ComparedTable table) {
        return write(table, "", "", Cell::juel);
    }

    private static byte[] write(
            ComparedTable table,
            String allowedDistricts,
            String allowedWeights,
            BiFunction<Cell, String, String> language) {
        String rules = table.rows().stream().map(row -> rule(row, language)).collect(Collectors.joining());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="definitions_%1$s" name="%1$s"
                             namespace="https://amtsfluss.de/benchmarks">
                  <decision id="%1$s" name="Was kostet es?">
                    <decisionTable id="table_%1$s" hitPolicy="%2$s">
                      <input id="input_gebiet" label="gebiet">
                        <inputExpression id="expression_gebiet" typeRef="string"><text>gebiet</text></inputExpression>
                        %3$s
                      </input>
                      <input id="input_gewichtKg" label="gewichtKg">
                        <inputExpression id="expression_gewichtKg" typeRef="number"><text>gewichtKg</text></inputExpression>
                        %4$s
                      </input>
                      <output id="output_stufe" name="stufe" typeRef="string"/>
                      <output id="output_gebuehrCent" name="gebuehrCent" typeRef="number"/>
                      %5$s
                    </decisionTable>
                  </decision>
                </definitions>
                """.formatted(table.id(), table.hitPolicy(), allowedDistricts, allowedWeights, rules)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String rule(ComparedTable.Row row, BiFunction<Cell, String, String> language) {
        String inputs = IntStream.range(0, INPUTS.size())
                .mapToObj(column -> language.apply(row.inputs().get(column), INPUTS.get(column)))
                .map(cell -> entry("inputEntry", cell))
                .collect(Collectors.joining());
        String id = "rule_%d_%s"
                .formatted(row.gebuehrCent(), Integer.toHexString(row.inputs().hashCode()));
        return "<rule id=\"%s\">%s%s%s</rule>%n"
                .formatted(
                        id,
                        inputs,
                        entry("outputEntry", '"' + row.stufe() + '"'),
                        entry("outputEntry", Integer.toString(row.gebuehrCent())));
    }

    private static String entry(String element, String cell) {
        String text = cell.replace("&", "&amp;").replace("<", "&lt;");
        return "<%1$s><text>%2$s</text></%1$s>".formatted(element, text);
    }
}
