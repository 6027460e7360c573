package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.SentenceTemplate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * Makes the logic of a decision or function out of its expression.
 *
 * @param feel the FEEL of the file
 * @param scope what the expression may name
 * @param node the element that has the expression
 */
record LogicCompiler(FileFeel feel, Scope scope, Element node) {

    /**
     * Compiles.
     *
     * @param holder the element directly around the expression
     * @param kind what its sentences call it when it is no table
     * @return the logic; empty when there are findings
     */
    Optional<? extends Logic> compile(Element holder, String kind) {
        Optional<Element> expression = BoxedFeel.expression(holder);
        if (expression.isEmpty()) {
            feel.findings().add("expected %s to have an expression, but it has none".formatted(DmnXml.label(node)));
            return Optional.empty();
        }
        return "decisionTable".equals(expression.get().getLocalName())
                ? TableCompiler.compile(feel, scope, expression.get(), id(), output(), written())
                : formula(expression.get(), kind);
    }

    private DecisionId id() {
        return new DecisionId(node.getAttribute("id"));
    }

    private Optional<Formula> formula(Element boxed, String kind) {
        BoxedFeel composer = new BoxedFeel(feel, id());
        String composed = composer.text(boxed, scope);
        FeelType type = feel.typeOrAny(DmnXml.label(node), typeRef(boxed));
        if (!feel.findings().isEmpty()) {
            return Optional.empty();
        }
        Element text = DmnXml.child(boxed, "text");
        String written =
                text == null ? DmnXml.label(boxed) : text.getTextContent().strip();
        Feel.Expression expression = feel.composed(DmnXml.label(boxed), written, composed);
        Uses uses = new Uses(scope, feel.findings());
        composer.functions().forEach(uses::add);
        uses.take(expression);
        Facts facts = uses.facts();
        SentenceTemplate answer = answer(facts);
        boolean unbounded = expression.effort().unbounded() || uses.unbounded() || uses.mayBeLarge();
        return feel.findings().isEmpty()
                ? Optional.of(new Formula(id(), kind, output(), type, expression, facts, answer, unbounded))
                : Optional.empty();
    }

    private String typeRef(Element boxed) {
        String ofVariable = Drg.typeRef(node);
        return ofVariable.isBlank() ? boxed.getAttribute("typeRef") : ofVariable;
    }

    /** The name of the variable, else the id. */
    private String output() {
        return DmnXml.child(node, "variable") == null ? node.getAttribute("id") : Drg.name(node);
    }

    /** DMN 1.3, 6.3.7: a description in natural language of the answers there can be. */
    private String written() {
        Element answers = DmnXml.child(node, "allowedAnswers");
        return answers == null ? "" : answers.getTextContent().strip();
    }

    private SentenceTemplate answer(Facts facts) {
        SentenceTemplate answer =
                new SentenceTemplate(written().isEmpty() ? "%1$s: {%1$s}".formatted(output()) : written());
        Set<String> known = new LinkedHashSet<>(facts.needed().keySet());
        known.add(output());
        Sentences.check(known, Stream.of(answer), feel.findings());
        return answer;
    }
}
