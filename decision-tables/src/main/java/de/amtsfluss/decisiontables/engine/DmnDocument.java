package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.xml.UntrustedXml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flowable.dmn.xml.converter.DmnXMLConverter;
import org.w3c.dom.Element;

/**
 * The XML of a DMN file, read to find what Flowable passes over in silence: elements and languages we do not run.
 *
 * @param root the file as DMN 1.3
 * @param findings what is not understood, each with element and id
 */
record DmnDocument(Element root, List<String> findings) {

    /** What decides: DMN 1.3, chapters 6, 7, 8 and 10. */
    private static final Set<String> RUN = Set.of(
            "definitions",
            "itemDefinition",
            "itemComponent",
            "typeRef",
            "allowedValues",
            "inputData",
            "variable",
            "decision",
            "informationRequirement",
            "requiredInput",
            "requiredDecision",
            "knowledgeRequirement",
            "requiredKnowledge",
            "businessKnowledgeModel",
            "encapsulatedLogic",
            "formalParameter",
            "decisionService",
            "outputDecision",
            "encapsulatedDecision",
            "inputDecision",
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
            "literalExpression",
            "invocation",
            "binding",
            "parameter",
            "context",
            "contextEntry",
            "list",
            "relation",
            "column",
            "row",
            "functionDefinition",
            "text");

    /** What only says something to people: DMN 1.3, 6.3.3 to 6.3.6, 6.3.8, 6.3.12 and 6.3.13. */
    private static final Set<String> DOCUMENTING = Set.of(
            "description",
            "question",
            "allowedAnswers",
            "knowledgeSource",
            "authorityRequirement",
            "requiredAuthority",
            "type",
            "owner",
            "textAnnotation",
            "association",
            "sourceRef",
            "targetRef",
            "group",
            "elementCollection",
            "drgElement",
            "performanceIndicator",
            "impactingDecision",
            "impactedPerformanceIndicator",
            "organizationUnit",
            "decisionMade",
            "decisionOwned",
            "decisionMaker",
            "decisionOwner",
            "supportedObjective",
            "usingProcess",
            "usingTask");

    private static final Set<String> UNDERSTOOD =
            Stream.concat(RUN.stream(), DOCUMENTING.stream()).collect(Collectors.toUnmodifiableSet());

    private static final Map<String, String> REASONS = Map.of(
            "import", ": models of other files are not read",
            "importedValues", ": values of other files are not read",
            "functionItem", ": functions have no type here",
            "conditional", ": write it as a FEEL expression",
            "for", ": write it as a FEEL expression",
            "every", ": write it as a FEEL expression",
            "some", ": write it as a FEEL expression",
            "filter", ": write it as a FEEL expression");

    /**
     * Reads a file.
     *
     * @throws RefusedTableException when it is no well-formed XML, has a document type, is no DMN 1.1 to 1.5, or does
     *     not follow the schema
     */
    static DmnDocument read(TableFile file) {
        Element root = DmnXml.read(file);
        List<String> findings = new ArrayList<>();
        collectUnknown(root, findings);
        collectForeignLanguages(root, findings);
        if (findings.isEmpty()) {
            checkSchema(file, root);
        }
        return new DmnDocument(root, findings);
    }

    private static void checkSchema(TableFile file, Element root) {
        TableFile written = DmnXml.written(file.name(), root);
        String refusal = TableCompiler.alone(() -> {
            try {
                new DmnXMLConverter().validateModel(written::open);
                return "";
            } catch (Exception e) {
                return String.valueOf(e.getMessage());
            }
        });
        if (!refusal.isEmpty()) {
            throw new RefusedTableException(
                    file.name(), List.of("expected it to follow the schema of DMN 1.3, but: " + refusal));
        }
    }

    private static void collectUnknown(Element element, List<String> findings) {
        String name = String.valueOf(element.getLocalName());
        if (!DmnXml.DMN_13.equals(element.getNamespaceURI()) || !UNDERSTOOD.contains(name)) {
            findings.add("expected only elements of DMN that are run here, but found %s%s"
                    .formatted(DmnXml.label(element), REASONS.getOrDefault(name, "")));
            return;
        }
        UntrustedXml.children(element).forEach(child -> collectUnknown(child, findings));
    }

    private static void collectForeignLanguages(Element element, List<String> findings) {
        for (String attribute : List.of("expressionLanguage", "typeLanguage")) {
            String language = element.getAttribute(attribute);
            if (!DmnXml.isFeel(language)) {
                findings.add("expected %s to be in FEEL, but found '%s'".formatted(DmnXml.label(element), language));
            }
        }
        String kind = element.getAttribute("kind");
        if (!kind.isEmpty() && !"FEEL".equals(kind)) {
            findings.add("expected %s to be a function of the kind FEEL, but found '%s'"
                    .formatted(DmnXml.label(element), kind));
        }
        UntrustedXml.children(element).forEach(child -> collectForeignLanguages(child, findings));
    }
}
