package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.names.KnownNames;
import de.amtsfluss.decisiontables.types.ImpliedTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** Makes a graph out of a DMN file, or finds all that is wrong with it. */
final class GraphCompiler {

    private final List<String> findings;
    private final Drg drg;
    private final FileFeel feel;
    private final Scopes scopes;
    private final Map<Element, Plan.Step> steps = new LinkedHashMap<>();
    private final Map<Element, Functions.Function> functions = new HashMap<>();
    private final Map<DecisionId, Plan> plans = new LinkedHashMap<>();

    private GraphCompiler(Feel feel, DmnDocument document) {
        this.findings = document.findings();
        this.drg = Drg.of(document.root(), findings);
        ImpliedTypes.complete(document.root());
        KnownNames names = KnownNames.of(document.root());
        this.feel = new FileFeel(feel, names, ItemTypes.read(document.root(), feel, names, findings), findings);
        this.scopes = new Scopes(drg, this.feel);
    }

    /**
     * Compiles a file.
     *
     * @throws RefusedTableException with all findings, when the file cannot be run as it stands
     */
    static Graph compile(Feel feel, TableFile file) {
        DmnDocument document = DmnDocument.read(file);
        refuse(file, document.findings());
        GraphCompiler compiler = new GraphCompiler(feel, document);
        refuse(file, compiler.findings);
        compiler.drg.all("decision").forEach(compiler::step);
        compiler.drg.all("businessKnowledgeModel").forEach(compiler::function);
        refuse(file, compiler.findings);
        compiler.drg.all("decision").forEach(compiler::plan);
        compiler.drg.all("decisionService").forEach(compiler::service);
        refuse(file, compiler.findings);
        return new Graph(compiler.plans);
    }

    private static void refuse(TableFile file, List<String> findings) {
        if (!findings.isEmpty()) {
            throw new RefusedTableException(file.name(), findings);
        }
    }

    /** A decision that requires one with findings has none of its own. */
    private Optional<Plan.Step> step(Element decision) {
        if (!steps.containsKey(decision)) {
            drg.references(decision, "requiredDecision").forEach(this::step);
            List<String> found = new ArrayList<>();
            FileFeel its = feel.with(found);
            Scope scope = scopes.ofDecision(decision, required(decision), its);
            new LogicCompiler(its, scope, decision)
                    .compile(decision, "decision")
                    .ifPresent(logic -> steps.put(decision, new Plan.Step(logic, scope.resultsFor(logic.facts()))));
            collect(decision, found);
        }
        return Optional.ofNullable(steps.get(decision));
    }

    /** Where a file has several, a finding says in which it is. */
    private void collect(Element node, List<String> found) {
        boolean several =
                drg.all("decision").size() + drg.all("businessKnowledgeModel").size() > 1;
        found.stream()
                .map(finding -> several ? "in %s %s".formatted(DmnXml.label(node), finding) : finding)
                .filter(finding -> !findings.contains(finding))
                .forEach(findings::add);
    }

    private Map<String, Functions.Function> required(Element node) {
        Map<String, Functions.Function> required = new HashMap<>();
        drg.references(node, "requiredKnowledge")
                .forEach(knowledge -> function(knowledge).ifPresent(function -> {
                    required.put(Drg.name(knowledge), function);
                    required.put(knowledge.getAttribute("id"), function);
                }));
        return required;
    }

    private Optional<Functions.Function> function(Element node) {
        if (!functions.containsKey(node)) {
            Optional<Functions.Function> function =
                    "decisionService".equals(node.getLocalName()) ? Optional.of(invocable(node)) : knowledge(node);
            function.ifPresent(made -> functions.put(node, made));
        }
        return Optional.ofNullable(functions.get(node));
    }

    /** DMN 1.3, 6.3.9: a business knowledge model is a function of its parameters. */
    private Optional<Functions.Function> knowledge(Element node) {
        Element definition = DmnXml.child(node, "encapsulatedLogic");
        List<String> found = new ArrayList<>();
        if (definition == null) {
            found.add("expected %s to have an encapsulated logic, but it has none".formatted(DmnXml.label(node)));
            collect(node, found);
            return Optional.empty();
        }
        Map<String, String> parameters = BoxedFeel.parameters(definition);
        FileFeel its = feel.with(found);
        Optional<? extends Logic> logic = new LogicCompiler(
                        its, scopes.ofFunction(parameters, required(node), its), node)
                .compile(definition, "business knowledge model");
        collect(node, found);
        List<String> names = List.copyOf(parameters.keySet());
        return logic.map(made -> Functions.of(made, names));
    }

    private void plan(Element decision) {
        Map<Element, Plan.Step> order = new LinkedHashMap<>();
        add(decision, Map.of(), order);
        plans.put(id(decision), new Plan(id(decision), List.copyOf(order.values()), null));
    }

    /** Adds what a decision requires, then the decision itself. */
    private void add(Element decision, Map<Element, Plan.Given> given, Map<Element, Plan.Step> order) {
        if (!order.containsKey(decision) && !given.containsKey(decision)) {
            drg.references(decision, "requiredDecision").forEach(required -> add(required, given, order));
            step(decision).ifPresent(step -> order.put(decision, step));
        }
    }

    private Plan service(Element service) {
        Plan known = plans.get(new DecisionId(service.getAttribute("id")));
        if (known != null) {
            return known;
        }
        Map<Element, Plan.Given> given = new LinkedHashMap<>();
        drg.references(service, "inputDecision").forEach(input -> given.put(input, given(input)));
        Map<Element, Plan.Step> order = new LinkedHashMap<>();
        Map<DecisionId, String> outputs = new LinkedHashMap<>();
        drg.references(service, "outputDecision").forEach(output -> {
            add(output, given, order);
            outputs.put(id(output), Drg.name(output));
        });
        checkEncapsulated(service, order.keySet());
        Map<DecisionId, Plan.Given> byId = new HashMap<>();
        given.forEach((input, value) -> byId.put(id(input), value));
        Plan plan = new Plan(id(service), List.copyOf(order.values()), new Plan.Service(outputs, byId));
        plans.put(plan.id(), plan);
        return plan;
    }

    private Plan.Given given(Element decision) {
        return new Plan.Given(Drg.name(decision), feel.typeOrAny(DmnXml.label(decision), Drg.typeRef(decision)));
    }

    /** DMN 1.3, 6.3.10: what is needed is in the service or handed over to it. */
    private void checkEncapsulated(Element service, Set<Element> needed) {
        Set<Element> within = new HashSet<>(drg.references(service, "encapsulatedDecision"));
        List<Element> outputs = drg.references(service, "outputDecision");
        within.addAll(outputs);
        needed.stream()
                .filter(decision -> !within.contains(decision))
                .forEach(decision -> findings.add(
                        "expected %s to encapsulate %s or to get it as an input decision, but it does neither"
                                .formatted(DmnXml.label(service), DmnXml.label(decision))));
        if (outputs.isEmpty()) {
            findings.add("expected %s to have an output decision, but it has none".formatted(DmnXml.label(service)));
        }
    }

    /** DMN 1.3, 10.4: a service is a function of its input data and then its input decisions. */
    private Functions.Function invocable(Element service) {
        Plan plan = service(service);
        List<String> parameters = Stream.of("inputData", "inputDecision")
                .flatMap(kind -> drg.references(service, kind).stream())
                .map(Drg::name)
                .toList();
        return new Functions.Function(
                parameters, arguments -> PlanRun.call(plan, parameters, arguments), plan.unbounded());
    }

    private static DecisionId id(Element node) {
        return new DecisionId(node.getAttribute("id"));
    }
}
