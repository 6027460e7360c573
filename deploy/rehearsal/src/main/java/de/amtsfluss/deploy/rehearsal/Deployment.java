package de.amtsfluss.deploy.rehearsal;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeFormDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A procedure's model with blank forms in place of the real ones: what a form asks is not the flow's affair.
 *
 * @param name the procedure
 * @param model its BPMN
 */
record Deployment(String name, byte[] model) {

    static Deployment of(String procedure) {
        var path = "models/%s/%s.bpmn".formatted(procedure, procedure);
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalArgumentException(
                        "Expected model %s on the class path, but it is not there".formatted(path));
            }
            return new Deployment(procedure, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read model %s, but failed".formatted(path), e);
        }
    }

    void deploy(CamundaClient client) {
        var command = client.newDeployResourceCommand().addResourceBytes(model, name + ".bpmn");
        for (var form : forms()) {
            command = command.addResourceBytes(blank(form), form + ".form");
        }
        command.send().join();
    }

    private Set<String> forms() {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(model))
                .getModelElementsByType(ZeebeFormDefinition.class)
                .stream()
                .map(ZeebeFormDefinition::getFormId)
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static byte[] blank(String id) {
        return """
                {"type": "default", "id": "%s", "components": []}
                """.formatted(id).getBytes(StandardCharsets.UTF_8);
    }
}
