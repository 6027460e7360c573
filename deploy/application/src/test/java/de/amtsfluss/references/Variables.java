package de.amtsfluss.references;

import de.amtsfluss.processes.model.Finding;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for variables that are read and supplied by nothing. The order of the steps is not looked at: whatever supplies
 * a variable anywhere in the process supplies it everywhere.
 */
final class Variables {

    private final House house;
    private final Map<String, List<Step>> processes;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Map<String, Set<String>> read;

    private Variables(House house) {
        this.house = house;
        this.processes = house.steps().stream().collect(Collectors.groupingBy(Step::process));
        this.read = processes.keySet().stream().collect(Collectors.toMap(id -> id, id -> new HashSet<>()));
    }

    /** Every variable that is read and not supplied, and every form field that goes to the engine for nothing. */
    static List<Finding> check(House house) {
        var variables = new Variables(house);
        house.steps().forEach(variables::checkStep);
        house.forms().forEach(variables::checkMarked);
        return List.copyOf(variables.findings);
    }

    private void checkStep(Step step) {
        var known = union(supplied(step.process()), step.outer());
        for (var input : step.mappings("input")) {
            reads(step, input.source(), known);
            known.add(input.variable());
        }
        step.expressions().forEach(expression -> reads(step, expression, known));
        worker(step).forEach(worker -> {
            worker.required().forEach(name -> reads(step, name, known));
            read(step).addAll(worker.optional());
        });
        var results = union(known, results(step));
        step.mappings("output").forEach(output -> reads(step, output.source(), results));
    }

    private void reads(Step step, String source, Set<String> known) {
        try {
            var expression = Step.isExpression(source) ? source.substring(1) : source;
            for (var name : Names.in(expression)) {
                read(step).add(name);
                if (!known.contains(name)) {
                    missing(step, name);
                }
            }
        } catch (Names.InvalidFeelException e) {
            find(step.model().file(), step.id(), "Expected FEEL, but '%s' is none".formatted(source));
        }
    }

    private void missing(Step step, String name) {
        var withheld =
                forms(step.process()).filter(form -> form.withholds(name)).toList();
        if (withheld.isEmpty()) {
            find(
                    step.model().file(),
                    step.id(),
                    "Expected something to supply the variable '%s', but nothing does".formatted(name));
        }
        withheld.forEach(form -> find(
                form.file(),
                name,
                "Expected the field to be marked for the engine, since %s reads it at %s, but it is not"
                        .formatted(step.model().file(), step.id())));
    }

    private void checkMarked(Form form) {
        var users = processes.keySet().stream()
                .filter(process -> forms(process).anyMatch(form::equals))
                .toList();
        for (var field : form.marked()) {
            if (users.stream().noneMatch(process -> reads(process, field))) {
                find(
                        form.file(),
                        field,
                        "Expected a model to read the field, since it is marked for the engine, but none does");
            }
        }
    }

    private boolean reads(String process, String name) {
        return read.getOrDefault(process, Set.of()).contains(name);
    }

    private Set<String> supplied(String process) {
        return processes.getOrDefault(process, List.of()).stream()
                .flatMap(this::supplied)
                .collect(Collectors.toSet());
    }

    /** With output mappings only what they name leaves the step. */
    private Stream<String> supplied(Step step) {
        var outputs = step.mappings("output");
        var loop = attribute(step, "loopCharacteristics", "outputCollection");
        return Stream.concat(
                loop,
                outputs.isEmpty() ? results(step).stream() : outputs.stream().map(Step.Mapping::variable));
    }

    /** What a step has when it is done, before its output mappings. */
    private Set<String> results(Step step) {
        var results = new HashSet<String>();
        worker(step).forEach(worker -> results.addAll(worker.outputs()));
        form(step).forEach(form -> results.addAll(form.marked()));
        results.addAll(step.listed("startVariablen"));
        results.addAll(step.listed("nachrichtVariablen"));
        attribute(step, "script", "resultVariable").forEach(results::add);
        attribute(step, "calledDecision", "resultVariable").forEach(results::add);
        step.constant("calledElement", "processId").ifPresent(process -> results.addAll(ofCalled(process)));
        return results;
    }

    /** A called process gives back what it has; processes it calls itself are not followed. */
    private Set<String> ofCalled(String process) {
        return processes.getOrDefault(process, List.of()).stream()
                .filter(step -> step.constant("calledElement", "processId").isEmpty())
                .flatMap(this::supplied)
                .collect(Collectors.toSet());
    }

    private static Stream<String> attribute(Step step, String element, String attribute) {
        return step.zeebe(element).flatMap(found -> Xml.attribute(found, attribute).stream());
    }

    private Stream<Worker> worker(Step step) {
        return step.constant("taskDefinition", "type").flatMap(house::worker).stream();
    }

    private Stream<Form> form(Step step) {
        return step.constant("formDefinition", "formId").flatMap(house::form).stream();
    }

    private Stream<Form> forms(String process) {
        return processes.getOrDefault(process, List.of()).stream().flatMap(this::form);
    }

    private Set<String> read(Step step) {
        return read.computeIfAbsent(step.process(), process -> new HashSet<>());
    }

    private static Set<String> union(Collection<String> some, Collection<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private void find(String file, String element, String sentence) {
        findings.add(new Finding(file, element, sentence));
    }
}
