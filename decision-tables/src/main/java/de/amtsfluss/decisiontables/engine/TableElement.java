package de.amtsfluss.decisiontables.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A {@code <decisionTable>}, read to find what Flowable passes over in silence: the annotations of the rows, the
 * defaults, and that a table without hit policy is Unique.
 *
 * @param model a file with nothing but this table, for Flowable
 * @param policy the hit policy, as the standard defaults it
 * @param annotations one text for each row, empty where there is none
 * @param defaults one FEEL expression for each output; empty when the table has no defaults
 */
record TableElement(TableFile model, Policy policy, List<String> annotations, List<String> defaults) {

    /**
     * Reads a table.
     *
     * @param id what to call it
     * @param findings where to say what is not understood
     */
    static TableElement of(Element table, String id, List<String> findings) {
        checkShape(table, findings);
        return new TableElement(
                alone(table, id),
                policy(table, findings),
                DmnXml.children(table, "rule").map(TableElement::annotation).toList(),
                defaults(table, findings));
    }

    /** Flowable would fail with an index, or run a row without its last cells. */
    private static void checkShape(Element table, List<String> findings) {
        long inputs = count(table, "input");
        long outputs = count(table, "output");
        long rules = count(table, "rule");
        if (inputs == 0 || outputs == 0 || rules == 0) {
            findings.add("expected %s to have inputs, outputs and rules, but found %d, %d and %d"
                    .formatted(DmnXml.label(table), inputs, outputs, rules));
        }
        DmnXml.children(table, "rule")
                .filter(rule -> count(rule, "inputEntry") != inputs || count(rule, "outputEntry") != outputs)
                .forEach(rule -> findings.add("expected %s to have %d inputs and %d outputs, but found %d and %d"
                        .formatted(
                                DmnXml.label(rule),
                                inputs,
                                outputs,
                                count(rule, "inputEntry"),
                                count(rule, "outputEntry"))));
    }

    private static long count(Element element, String name) {
        return DmnXml.children(element, name).count();
    }

    private static TableFile alone(Element table, String id) {
        Document document = Objects.requireNonNull(table.getOwnerDocument());
        Element decision = document.createElementNS(DmnXml.DMN_13, "decision");
        decision.setAttribute("id", id);
        decision.appendChild(table.cloneNode(true));
        Element definitions = document.createElementNS(DmnXml.DMN_13, "definitions");
        definitions.appendChild(decision);
        return DmnXml.written(id, definitions);
    }

    private static Policy policy(Element table, List<String> findings) {
        String hitPolicy = table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE";
        String aggregation = table.getAttribute("aggregation");
        Optional<Policy> policy = Policy.of(hitPolicy, aggregation);
        if (policy.isEmpty() && Policy.of(hitPolicy, "").isEmpty()) {
            findings.add("expected %s to have one of the hit policies %s, but found '%s'"
                    .formatted(DmnXml.label(table), Policy.hitPolicies(), hitPolicy));
        } else if (policy.isEmpty()) {
            findings.add(
                    "expected %s to have one of the aggregations SUM, MIN, MAX, COUNT under COLLECT or none, but found '%s' under %s"
                            .formatted(DmnXml.label(table), aggregation, hitPolicy));
        }
        return policy.orElse(Policy.UNIQUE);
    }

    /**
     * DMN 1.3, 8.3.3: the default output entry is selected when no rule matches; it is no row, so it is all or none.
     */
    private static List<String> defaults(Element table, List<String> findings) {
        List<String> defaults = DmnXml.children(table, "output")
                .flatMap(output -> DmnXml.children(output, "defaultOutputEntry"))
                .map(entry -> entry.getTextContent().strip())
                .toList();
        if (!defaults.isEmpty() && defaults.size() != count(table, "output")) {
            findings.add("expected each of the %d outputs of %s to have a default output entry or none, but %d have"
                    .formatted(count(table, "output"), DmnXml.label(table), defaults.size()));
        }
        return defaults;
    }

    /** The editor writes the annotation column as the description of the rule, the standard has annotation entries. */
    private static String annotation(Element rule) {
        return Stream.concat(DmnXml.children(rule, "description"), DmnXml.children(rule, "annotationEntry"))
                .map(child -> child.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
