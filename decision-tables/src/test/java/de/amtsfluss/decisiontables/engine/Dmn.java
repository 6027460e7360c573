package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes DMN files for tests. */
final class Dmn {

    private static final String NAMESPACE = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private final String id;
    private final StringBuilder columns = new StringBuilder();
    private final List<String> rules = new ArrayList<>();
    private String attributes = "";
    private String answer = "";

    private Dmn(String id) {
        this.id = id;
    }

    static Dmn decision(String id) {
        return new Dmn(id);
    }

    /** The table most tests are about: takes a number {@code alter}, gives a text {@code tarif}. */
    static Dmn tarif() {
        return decision("tarif").input("alter", "number", null).output("tarif", "string", null);
    }

    Dmn answer(String template) {
        answer = "<allowedAnswers>%s</allowedAnswers>".formatted(template);
        return this;
    }

    Dmn hitPolicy(String hitPolicy) {
        attributes = " hitPolicy=\"%s\"".formatted(hitPolicy);
        return this;
    }

    Dmn attributes(String more) {
        attributes += " " + more;
        return this;
    }

    Dmn input(String expression, String typeRef, @Nullable String allowed) {
        columns.append("<input id=\"input_%s\"><inputExpression typeRef=\"%s\">%s</inputExpression>%s</input>"
                .formatted(
                        Integer.toHexString(expression.hashCode()),
                        typeRef,
                        text(expression),
                        allowed == null ? "" : "<inputValues>%s</inputValues>".formatted(text(allowed))));
        return this;
    }

    Dmn output(String name, String typeRef, @Nullable String allowed) {
        columns.append("<output id=\"output_%s\" name=\"%s\" typeRef=\"%s\">%s</output>"
                .formatted(
                        name,
                        name,
                        typeRef,
                        allowed == null ? "" : "<outputValues>%s</outputValues>".formatted(text(allowed))));
        return this;
    }

    Dmn rule(List<String> inputs, List<String> outputs) {
        return rule(inputs, outputs, "");
    }

    Dmn rule(List<String> inputs, List<String> outputs, String annotation) {
        StringBuilder rule = new StringBuilder("<rule id=\"rule_%d\">".formatted(rules.size() + 1));
        if (!annotation.isEmpty()) {
            rule.append("<description>").append(annotation).append("</description>");
        }
        inputs.forEach(cell -> rule.append("<inputEntry>%s</inputEntry>".formatted(text(cell))));
        outputs.forEach(cell -> rule.append("<outputEntry>%s</outputEntry>".formatted(text(cell))));
        rules.add(rule.append("</rule>").toString());
        return this;
    }

    String xml() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="%s" id="definitions" name="Test" namespace="https://amtsfluss.de/test">
                  <decision id="%s" name="Was gilt?">%s
                    <decisionTable id="table"%s>%s%s</decisionTable>
                  </decision>
                </definitions>
                """.formatted(NAMESPACE, id, answer, attributes, columns, String.join("\n", rules));
    }

    TableFile file() {
        return file(id, xml());
    }

    static TableFile file(String id, String xml) {
        return new TableFile("tables/test/%s.dmn".formatted(id), xml.getBytes(StandardCharsets.UTF_8));
    }

    Plan table() {
        return plan(id, file());
    }

    /** Compiles a file for one of its decisions. */
    static Plan plan(String id, TableFile file) {
        return Objects.requireNonNull(
                GraphCompiler.compile(new Feel(), file).plans().get(new DecisionId(id)));
    }

    /** Inputs of one name, {@code null} included. */
    static Map<String, @Nullable Object> given(String name, @Nullable Object value) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        inputs.put(name, value);
        return inputs;
    }

    private static String text(String content) {
        return "<text>%s</text>"
                .formatted(content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
}
