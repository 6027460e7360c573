package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.SentenceTemplate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run of a decision with all it requires: each decision is made once, before those that require it. */
final class PlanRun {

    private final Plan plan;
    private final int version;
    private final Map<String, ? extends @Nullable Object> given;
    private final Map<DecisionId, Object> values = new HashMap<>();
    private final List<Decided> decided = new ArrayList<>();

    private PlanRun(Plan plan, int version, Map<String, ? extends @Nullable Object> given) {
        this.plan = plan;
        this.version = version;
        this.given = given;
    }

    /** Runs a plan; the sentence of a refusal names the decision in which it occurred. */
    static DecisionResult run(Plan plan, int version, Map<String, ? extends @Nullable Object> given) {
        return plan.steps().size() == 1 && plan.service() == null
                ? plan.last().decide(version, given)
                : new PlanRun(plan, version, given).run();
    }

    /** Calls a service as a function: one output decision is its value, several are a context (DMN 1.3, 10.4). */
    static Feel.Outcome call(Plan plan, List<String> parameters, List<@Nullable Object> arguments) {
        return Functions.outcome(run(plan, 0, Functions.facts(parameters, arguments)));
    }

    private DecisionResult run() {
        Plan.Service service = plan.service();
        for (Plan.Step step : plan.steps()) {
            Problems problems = new Problems("decision service", plan.id(), version);
            Map<String, @Nullable Object> facts = facts(step, problems);
            switch (problems.any() ? problems.notDecided() : step.logic().decide(version, facts)) {
                case NotDecided not -> {
                    return new NotDecided(plan.id(), not.sentence());
                }
                case Decided made -> {
                    decided.add(made);
                    values.put(step.id(), made.value());
                }
            }
        }
        return service == null ? decision() : answer(service);
    }

    /** Only names that the step declares are taken from other decisions, so that no other name is covered by one. */
    private Map<String, @Nullable Object> facts(Plan.Step step, Problems problems) {
        Map<String, @Nullable Object> facts = new HashMap<>(given);
        step.results().forEach((name, decision) -> {
            Object value = values.get(decision);
            facts.put(name, value == null ? handedOver(decision, problems) : value);
        });
        return facts;
    }

    private @Nullable Object handedOver(DecisionId decision, Problems problems) {
        Plan.Given input = Objects.requireNonNull(
                Objects.requireNonNull(plan.service()).given().get(decision));
        Object value = given.containsKey(input.name()) ? given.get(input.name()) : given.get(decision.value());
        if (value == null) {
            if (!given.containsKey(input.name()) && !given.containsKey(decision.value())) {
                problems.add("Expected %s to get input '%s', but it is missing.", input.name());
            }
            return null;
        }
        Object read = input.type().read(value);
        if (read == null) {
            problems.add(
                    "Expected %s to get a %s as input '%s', but got '%s'.",
                    input.type(), input.name(), Problems.shortened(value));
        }
        return read;
    }

    /** With the facts of all decisions on the way, so that the whole can be decided again. */
    private Decided decision() {
        Decided last = decided.removeLast();
        Map<String, @Nullable Object> facts = new LinkedHashMap<>(last.inputs());
        decided.forEach(made -> made.inputs().forEach(facts::putIfAbsent));
        return new Decided(
                last.decision(),
                version,
                last.outputs(),
                last.rules(),
                Collections.unmodifiableMap(facts),
                last.answer(),
                decided,
                last.several());
    }

    private Decided answer(Plan.Service service) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        service.outputs().forEach((decision, name) -> outputs.put(name, Objects.requireNonNull(values.get(decision))));
        Map<String, Object> inputs = new LinkedHashMap<>();
        decided.forEach(made -> inputs.putAll(made.inputs()));
        String answer = outputs.keySet().stream().map("%1$s: {%1$s}"::formatted).collect(Collectors.joining("; "));
        return new Decided(
                plan.id(),
                version,
                List.of(Collections.unmodifiableMap(outputs)),
                List.of(),
                Collections.unmodifiableMap(inputs),
                new SentenceTemplate(answer),
                decided);
    }
}
