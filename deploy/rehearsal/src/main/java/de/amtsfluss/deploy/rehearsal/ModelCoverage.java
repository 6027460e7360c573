package de.amtsfluss.deploy.rehearsal;

import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Process;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares what a test run has reached with what the models have: every end and every boundary event is due. */
public final class ModelCoverage {

    private ModelCoverage() {}

    /**
     * What the tests of this module have not reached, a line each, the way a reader finds it in the model.
     *
     * @param models the folder with the models, searched with all below it
     */
    public static List<String> missing(Path models) {
        return missing(models, Reached.read());
    }

    static List<String> missing(Path models, Set<String> reached) {
        try (var files = Files.walk(models)) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .flatMap(file -> missingIn(file, reached))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the models in %s, but failed".formatted(models), e);
        }
    }

    private static Stream<String> missingIn(Path file, Set<String> reached) {
        var model = Bpmn.readModelFromFile(file.toFile());
        return Stream.of(EndEvent.class, BoundaryEvent.class)
                .flatMap(type -> model.getModelElementsByType(type).stream())
                .map(FlowNode.class::cast)
                .filter(event -> !reached.contains(Reached.line(processOf(model, event), event.getId())))
                .map(event -> "Expected a test to reach %s '%s' (%s) of %s, but none does"
                        .formatted(
                                event.getElementType().getTypeName(),
                                event.getName(),
                                event.getId(),
                                file.getFileName()));
    }

    /** Element instances name the process, whatever sub-process they lie in. */
    private static String processOf(BpmnModelInstance model, FlowNode event) {
        var above = event.getParentElement();
        while (above != null && !(above instanceof Process)) {
            above = above.getParentElement();
        }
        if (above instanceof Process process) {
            return process.getId();
        }
        throw new IllegalStateException(
                "Expected event %s to lie in a process of %s, but it does not".formatted(event.getId(), model));
    }
}
