package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.TableFinding;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes DMN files for the check; each row gives a number. */
final class ProbeTable {

    private final String hitPolicy;
    private final StringBuilder columns = new StringBuilder();
    private final StringBuilder rules = new StringBuilder();

    ProbeTable(String hitPolicy) {
        this.hitPolicy = hitPolicy;
    }

    ProbeTable input(String expression, String typeRef, String allowed) {
        columns.append(
                "<input><inputExpression typeRef=\"%s\">%s</inputExpression><inputValues>%s</inputValues></input>"
                        .formatted(typeRef, text(expression), text(allowed)));
        return this;
    }

    ProbeTable row(List<String> tests, int output) {
        rules.append("<rule>");
        tests.forEach(test -> rules.append("<inputEntry>%s</inputEntry>".formatted(text(test))));
        rules.append("<outputEntry>%s</outputEntry></rule>".formatted(text(Integer.toString(output))));
        return this;
    }

    List<TableFinding> findings() {
        String xml = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/">
                  <decision id="probe">
                    <decisionTable hitPolicy="%s">%s<output name="satz" typeRef="number"/>%s</decisionTable>
                  </decision>
                </definitions>
                """.formatted(hitPolicy, columns, rules);
        return new StaticTableCheck().check("probe.dmn", xml.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return hitPolicy + " " + rules;
    }

    private static String text(String content) {
        return "<text>%s</text>".formatted(content.replace("<", "&lt;"));
    }
}
