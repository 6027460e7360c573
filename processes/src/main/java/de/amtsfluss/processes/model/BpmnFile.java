package de.amtsfluss.processes.model;

import de.amtsfluss.processes.model.ModelCheck.Kind;
import de.amtsfluss.processes.model.ModelCheck.Reference;
import de.amtsfluss.processes.model.VerfahrensangabenReader.Reading;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.Activity;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.Error;
import io.camunda.zeebe.model.bpmn.instance.Escalation;
import io.camunda.zeebe.model.bpmn.instance.ExtensionElements;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.Signal;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeCalledElement;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperties;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeProperty;
import io.camunda.zeebe.model.bpmn.traversal.ModelWalker;
import io.camunda.zeebe.model.bpmn.validation.ValidationVisitor;
import io.camunda.zeebe.model.bpmn.validation.zeebe.ZeebeDesignTimeValidators;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.camunda.bpm.model.xml.validation.ValidationResult;
import org.jspecify.annotations.Nullable;

/** A BPMN file whose XML is in order, as the engine's model library reads it. */
final class BpmnFile {

    /** What the schema does not look at, and what the library trips over. */
    private static final Map<String, Class<? extends ModelElementInstance>> KINDS = Map.of(
            "messageRef", Message.class,
            "errorRef", Error.class,
            "signalRef", Signal.class,
            "escalationRef", Escalation.class,
            "attachedToRef", Activity.class,
            "default", SequenceFlow.class);

    private static final Map<String, Class<? extends ModelElementInstance>> KINDS_OF_FLOWS =
            Map.of("sourceRef", FlowNode.class, "targetRef", FlowNode.class);

    private final ModelFile file;
    private final BpmnModelInstance model;

    private BpmnFile(ModelFile file, BpmnModelInstance model) {
        this.file = file;
        this.model = model;
    }

    static BpmnFile read(ModelFile file) {
        return new BpmnFile(file, Bpmn.readModelFromStream(file.open()));
    }

    /** What the engine would refuse, and what the administration needs to know and is not told. */
    List<Finding> check() {
        var findings = new ArrayList<>(misled());
        if (findings.isEmpty()) {
            broken().map(this::finding).forEach(findings::add);
        }
        executable().forEach(process -> findings.addAll(missing(process)));
        return findings;
    }

    List<String> processIds() {
        return executable().map(Process::getId).toList();
    }

    /** Forms and processes that the model names; those it computes are known only when it runs. */
    List<Reference> references() {
        return Stream.concat(
                        references(ZeebeFormDefinition.class, Kind.FORM, ZeebeFormDefinition::getFormId),
                        references(ZeebeCalledElement.class, Kind.PROCESS, ZeebeCalledElement::getProcessId))
                .toList();
    }

    private <T extends ModelElementInstance> Stream<Reference> references(
            Class<T> type, Kind kind, Function<T, @Nullable String> id) {
        return model.getModelElementsByType(type).stream()
                .flatMap(element -> Optional.ofNullable(id.apply(element))
                        .filter(name -> !name.isBlank() && !name.startsWith("="))
                        .map(name -> new Reference(file, elementId(element), kind, name))
                        .stream());
    }

    /** References to an element of another kind than the one that is wanted there. */
    private List<Finding> misled() {
        return model.getModelElementsByType(BaseElement.class).stream()
                .flatMap(element -> Stream.concat(
                                KINDS.entrySet().stream(),
                                element instanceof SequenceFlow ? KINDS_OF_FLOWS.entrySet().stream() : Stream.empty())
                        .flatMap(kind -> misled(element, kind.getKey(), kind.getValue()).stream()))
                .toList();
    }

    private Optional<Finding> misled(
            BaseElement element, String attribute, Class<? extends ModelElementInstance> wanted) {
        return Optional.ofNullable(element.getAttributeValue(attribute))
                .map(id -> model.<ModelElementInstance>getModelElementById(id))
                .filter(target -> !wanted.isInstance(target))
                .map(target -> new Finding(
                        file.name(),
                        elementId(element),
                        "Expected the attribute '%s' to name one of kind %s, but '%s' is a <%s>"
                                .formatted(
                                        attribute,
                                        wanted.getSimpleName(),
                                        element.getAttributeValue(attribute),
                                        target.getElementType().getTypeName())));
    }

    private Stream<ValidationResult> broken() {
        var visitor = new ValidationVisitor(ZeebeDesignTimeValidators.VALIDATORS);
        new ModelWalker(model).walk(visitor);
        return visitor.getValidationResult().getResults().values().stream().flatMap(List::stream);
    }

    private Finding finding(ValidationResult result) {
        return new Finding(
                file.name(),
                elementId(result.getElement()),
                "Expected <%s> to be as the engine wants it, but: %s"
                        .formatted(result.getElement().getElementType().getTypeName(), result.getMessage()));
    }

    private List<Finding> missing(Process process) {
        return switch (VerfahrensangabenReader.read(properties(process))) {
            case Reading.Complete complete -> List.of();
            case Reading.Incomplete incomplete ->
                incomplete.sentences().stream()
                        .map(sentence -> new Finding(file.name(), process.getId(), sentence))
                        .toList();
        };
    }

    private static Map<String, List<String>> properties(BaseElement element) {
        return Stream.ofNullable(element.getExtensionElements())
                .map(ExtensionElements::getElements)
                .flatMap(Collection::stream)
                .filter(ZeebeProperties.class::isInstance)
                .flatMap(properties -> ((ZeebeProperties) properties).getProperties().stream())
                .collect(Collectors.groupingBy(
                        ZeebeProperty::getName, Collectors.mapping(BpmnFile::value, Collectors.toList())));
    }

    private static String value(ZeebeProperty property) {
        return Optional.ofNullable(property.getValue()).orElse("").strip();
    }

    private Stream<Process> executable() {
        return model.getModelElementsByType(Process.class).stream().filter(Process::isExecutable);
    }

    /** The id of the element or of the next one around it that has an id. */
    private static String elementId(@Nullable ModelElementInstance element) {
        if (element == null) {
            return "";
        }
        return element instanceof BaseElement named && named.getId() != null
                ? named.getId()
                : elementId(element.getParentElement());
    }
}
