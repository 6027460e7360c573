package de.amtsfluss.references;

import de.amtsfluss.processes.model.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Resolves every name of a part in another, and finds the parts that nobody names. */
final class References {

    private static final String SEND = "notifications.send";
    private static final String RENDER = "documents.render";
    private static final String DELIVER = "notifications.deliver";
    private static final String HAND_OVER = "antraege.abgeben";

    private final House house;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> used = new HashSet<>();

    private References(House house) {
        this.house = house;
    }

    /** Everything that is named and not there, or there and not named. */
    static List<Finding> check(House house) {
        var references = new References(house);
        house.steps().forEach(references::checkStep);
        house.models().forEach(references::checkAntrag);
        house.models().forEach(references::checkMessages);
        house.triggers().forEach(references::checkTrigger);
        house.sources().forEach(references::checkSource);
        references.checkUnused();
        return references.findings;
    }

    private void checkStep(Step step) {
        resolve(step, "worker for the job type", "taskDefinition", "type", jobTypes());
        resolve(step, "form", "formDefinition", "formId", forms());
        resolve(
                step,
                "decision",
                "calledDecision",
                "decisionId",
                house.decisions().keySet());
        step.header("decision")
                .ifPresent(id -> resolve(step, "decision", id, house.decisions().keySet()));
        if (step.constant("taskDefinition", "type").orElse("").equals(HAND_OVER)) {
            step.header("verfahren").ifPresent(id -> resolve(step, "process", id, house.processes()));
        }
        resolve(step, "called process", "calledElement", "processId", house.processes());
        step.elementTemplate().ifPresent(id -> resolve(step, "element template", id, house.elementTemplates()));
        step.header("template").ifPresent(name -> checkTemplate(step, name));
    }

    private void checkTemplate(Step step, String name) {
        var jobType = step.constant("taskDefinition", "type").orElse("");
        switch (jobType) {
            case SEND, DELIVER ->
                resolve(
                        step,
                        "letter",
                        step.process() + "/" + name + ".txt",
                        house.letters().keySet());
            case RENDER ->
                resolve(
                        step,
                        "document",
                        step.process() + "/" + name,
                        house.documents().keySet());
            default -> {}
        }
    }

    /** A procedure that can be applied for names its form. */
    private void checkAntrag(Model model) {
        model.property("antragsformular")
                .ifPresent(id -> resolve(model.file(), "antragsformular", "form", id, forms()));
    }

    /** What applicants say reaches each procedure that can be applied for, and hand-overs the one they name. */
    private Stream<String> publishedByRule() {
        var applied = house.models().stream()
                .filter(model -> model.property("antragsformular").isPresent())
                .flatMap(model -> Stream.of("antragEingegangen", "angabenErgaenzt", "antragZurueckgenommen")
                        .map(state -> model.process() + "." + state));
        var handedOver = house.steps().stream()
                .filter(step ->
                        step.constant("taskDefinition", "type").orElse("").equals(HAND_OVER))
                .flatMap(step -> step.header("verfahren").stream())
                .map(verfahren -> verfahren + ".abgegeben");
        return Stream.concat(applied, handedOver);
    }

    private void checkMessages(Model model) {
        var published = Stream.of(
                        publishedByRule(),
                        house.triggers().stream()
                                .flatMap(trigger -> trigger.messages().values().stream())
                                .map(Trigger.Message::name),
                        house.sources().stream().flatMap(source -> source.messages().stream()))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        Xml.all(model.root(), Xml.BPMN, "message").forEach(message -> {
            var name = message.getAttribute("name");
            used.add(key("message", name));
            if (!published.contains(name)) {
                find(
                        model.file(),
                        message.getAttribute("id"),
                        "Expected a trigger to publish the message '%s', but none does".formatted(name));
            }
        });
    }

    private void checkTrigger(Trigger trigger) {
        resolve(trigger.file(), "verfahren", "process", trigger.verfahren(), house.processes());
        resolve(
                trigger.file(),
                "decision",
                "decision",
                trigger.decision(),
                house.decisions().keySet());
        trigger.messages().forEach((role, message) -> {
            checkTaken(trigger.file(), "messages." + role, message.name());
            if (!message.facts().isEmpty()) {
                house.steps().stream()
                        .filter(step -> step.takes(message.name()))
                        .forEach(step -> checkFacts(trigger, message, step));
            }
        });
    }

    /** The engine of triggers adds to what starts a procedure what asked for it, how, and what it is about. */
    private void checkFacts(Trigger trigger, Trigger.Message message, Step step) {
        var sent = new TreeSet<>(message.facts());
        if (step.isStart()) {
            sent.addAll(List.of("ausloeserId", "kanal", trigger.correlation()));
        }
        var listed = new TreeSet<>(step.listed(step.isStart() ? "startVariablen" : "nachrichtVariablen"));
        if (!sent.equals(listed)) {
            find(
                    step.model().file(),
                    step.id(),
                    "Expected the variables %s of the message '%s', but it lists %s"
                            .formatted(sent, message.name(), listed));
        }
    }

    private void checkSource(Source source) {
        source.messages().forEach(message -> checkTaken(source.name(), "nachrichten", message));
    }

    private void checkTaken(String file, String role, String message) {
        if (!used.contains(key("message", message))) {
            find(file, role, "Expected a model to take the message '%s', but none does".formatted(message));
        }
    }

    private void checkUnused() {
        house.workers().forEach(worker -> checkUsed("worker for the job type", worker.jobType(), worker.name()));
        house.forms().forEach(form -> checkUsed("form", form.id(), form.file()));
        checkUsed("decision", house.decisionsOfProcedures());
        checkUsed("letter", house.letters());
        checkUsed("document", house.documents());
    }

    private void checkUsed(String kind, Map<String, String> files) {
        files.forEach((id, file) -> checkUsed(kind, id, file));
    }

    private void checkUsed(String kind, String id, String file) {
        if (!used.contains(key(kind, id))) {
            find(file, id, "Expected somebody to use the %s '%s', but nobody does".formatted(kind, id));
        }
    }

    private void resolve(Step step, String kind, String element, String attribute, Collection<String> known) {
        step.constant(element, attribute).ifPresent(id -> resolve(step, kind, id, known));
    }

    private void resolve(Step step, String kind, String id, Collection<String> known) {
        resolve(step.model().file(), step.id(), kind, id, known);
    }

    private void resolve(String file, String element, String kind, String id, Collection<String> known) {
        used.add(key(kind, id));
        if (!known.contains(id)) {
            find(file, element, "Expected the %s '%s' to exist, but there is none".formatted(kind, id));
        }
    }

    private void find(String file, String element, String sentence) {
        findings.add(new Finding(file, element, sentence));
    }

    private static String key(String kind, String id) {
        return kind + " " + id;
    }

    private Set<String> jobTypes() {
        return house.workers().stream().map(Worker::jobType).collect(Collectors.toSet());
    }

    private Set<String> forms() {
        return house.forms().stream().map(Form::id).collect(Collectors.toSet());
    }
}
