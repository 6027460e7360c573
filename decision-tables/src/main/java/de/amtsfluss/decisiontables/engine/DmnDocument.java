package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * The XML of a DMN file, read to find what Flowable passes over in silence: elements we do not run, the annotations of
 * the rows, and that a table without hit policy is Unique.
 *
 * @param model the file as DMN 1.3
 * @param policy the hit policy, as the standard defaults it
 * @param annotations one text for each row, empty where there is none
 * @param answer the allowed answers of the decision, which say the answer in German; empty when there are none
 * @param defaults one FEEL expression for each output; empty when the table has no defaults
 * @param findings what is not understood, each with element and id
 */
record DmnDocument(
        TableFile model,
        Policy policy,
        List<String> annotations,
        String answer,
        List<String> defaults,
        List<String> findings) {

    private static final Set<String> UNDERSTOOD = Set.of(
            "definitions",
            "inputData",
            "variable",
            "decision",
            "description",
            "question",
            "allowedAnswers",
            "informationRequirement",
            "requiredInput",
            "decisionTable",
            "input",
            "inputExpression",
            "inputValues",
            "output",
            "outputValues",
            "defaultOutputEntry",
            "annotation",
            "rule",
            "inputEntry",
            "outputEntry",
            "annotationEntry",
            "text");

    /**
     * Reads a file.
     *
     * @throws RefusedTableException when it is no well-formed XML, has a document type, or is no DMN 1.1 to 1.5
     */
    static DmnDocument read(TableFile file) {
        Element root = DmnXml.read(file);
        List<String> findings = new ArrayList<>();
        collectUnknown(root, findings);
        collectForeignLanguages(root, findings);
        List<Element> decisions = DmnXml.all(root, "decision");
        List<Element> tables = DmnXml.all(root, "decisionTable");
        if (decisions.size() != 1 || tables.size() != 1) {
            findings.add("expected one <decision> with one <decisionTable>, but found %d with %d"
                    .formatted(decisions.size(), tables.size()));
            return new DmnDocument(file, Policy.UNIQUE, List.of(), "", List.of(), findings);
        }
        if (!decisions.getFirst().getAttribute("id").equals(file.stem())) {
            findings.add("expected %s to have the id '%s' like its file, but it differs"
                    .formatted(label(decisions.getFirst()), file.stem()));
        }
        checkShape(tables.getFirst(), findings);
        return new DmnDocument(
                DmnXml.written(file.name(), root),
                policy(tables.getFirst(), findings),
                DmnXml.all(root, "rule").stream().map(DmnDocument::annotation).toList(),
                answer(decisions.getFirst()),
                defaults(tables.getFirst(), findings),
                findings);
    }

    /** Flowable would fail with an index, or run a row without its last cells. */
    private static void checkShape(Element table, List<String> findings) {
        int inputs = count(table, "input");
        int outputs = count(table, "output");
        List<Element> rules = DmnXml.all(table, "rule");
        if (inputs == 0 || outputs == 0 || rules.isEmpty()) {
            findings.add("expected %s to have inputs, outputs and rules, but found %d, %d and %d"
                    .formatted(label(table), inputs, outputs, rules.size()));
        }
        for (Element rule : rules) {
            if (count(rule, "inputEntry") != inputs || count(rule, "outputEntry") != outputs) {
                findings.add("expected %s to have %d inputs and %d outputs, but found %d and %d"
                        .formatted(
                                label(rule), inputs, outputs, count(rule, "inputEntry"), count(rule, "outputEntry")));
            }
        }
    }

    private static int count(Element element, String name) {
        return (int) UntrustedXml.children(element)
                .filter(child -> name.equals(child.getLocalName()))
                .count();
    }

    private static Policy policy(Element table, List<String> findings) {
        String hitPolicy = table.hasAttribute("hitPolicy") ? table.getAttribute("hitPolicy") : "UNIQUE";
        String aggregation = table.getAttribute("aggregation");
        Optional<Policy> policy = Policy.of(hitPolicy, aggregation);
        if (policy.isEmpty() && Policy.of(hitPolicy, "").isEmpty()) {
            findings.add("expected %s to have one of the hit policies %s, but found '%s'"
                    .formatted(label(table), Policy.hitPolicies(), hitPolicy));
        } else if (policy.isEmpty()) {
            findings.add(
                    "expected %s to have one of the aggregations SUM, MIN, MAX, COUNT under COLLECT or none, but found '%s' under %s"
                            .formatted(label(table), aggregation, hitPolicy));
        }
        return policy.orElse(Policy.UNIQUE);
    }

    /**
     * DMN 1.3, 8.3.3: the default output entry is selected when no rule matches; it is no row, so it is all or none.
     */
    private static List<String> defaults(Element table, List<String> findings) {
        List<String> defaults = UntrustedXml.children(table)
                .filter(child -> "output".equals(child.getLocalName()))
                .flatMap(UntrustedXml::children)
                .filter(child -> "defaultOutputEntry".equals(child.getLocalName()))
                .map(entry -> entry.getTextContent().strip())
                .toList();
        if (!defaults.isEmpty() && defaults.size() != count(table, "output")) {
            findings.add("expected each of the %d outputs of %s to have a default output entry or none, but %d have"
                    .formatted(count(table, "output"), label(table), defaults.size()));
        }
        return defaults;
    }

    /** DMN 1.3, 6.3.7: a description in natural language of the answers there can be. */
    private static String answer(Element decision) {
        return UntrustedXml.children(decision)
                .filter(child -> "allowedAnswers".equals(child.getLocalName()))
                .map(child -> child.getTextContent().strip())
                .collect(Collectors.joining(" "));
    }

    /** The editor writes the annotation column as the description of the rule, the standard has annotation entries. */
    private static String annotation(Element rule) {
        return UntrustedXml.children(rule)
                .filter(child ->
                        "description".equals(child.getLocalName()) || "annotationEntry".equals(child.getLocalName()))
                .map(child -> child.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static void collectUnknown(Element element, List<String> findings) {
        if (DmnXml.isDiagram(element)) {
            return;
        }
        if (!DmnXml.DMN_13.equals(element.getNamespaceURI()) || !UNDERSTOOD.contains(element.getLocalName())) {
            findings.add("expected only what a single decision table needs, but found %s".formatted(label(element)));
            return;
        }
        UntrustedXml.children(element).forEach(child -> collectUnknown(child, findings));
    }

    private static void collectForeignLanguages(Element element, List<String> findings) {
        String language = element.getAttribute("expressionLanguage");
        if (!DmnXml.isFeel(language)) {
            findings.add("expected %s to be in FEEL, but found '%s'".formatted(label(element), language));
        }
        UntrustedXml.children(element).forEach(child -> collectForeignLanguages(child, findings));
    }

    private static String label(Element element) {
        String id = element.getAttribute("id");
        return id.isEmpty()
                ? "<%s>".formatted(element.getLocalName())
                : "<%s id=\"%s\">".formatted(element.getLocalName(), id);
    }
}
