package de.amtsfluss.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.engine.ModelDeployment.State;
import de.amtsfluss.processes.model.Finding;
import io.camunda.client.CamundaClient;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;

@WithLocalStack(Part.ZEEBE)
class ModelDeploymentIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String MODEL = "models/probe/probe.bpmn";
    private static final String FORM = "forms/probe/probe.form";

    private final String id = "probe-" + UUID.randomUUID();
    private final CamundaClient engine = CamundaClient.newClientBuilder()
            .grpcAddress(URI.create(System.getProperty("amtsfluss.processes.engine.grpc-address")))
            .preferRestOverGrpc(false)
            .build();

    @TempDir
    Path classPath;

    @BeforeEach
    void writeAModelOfItsOwn() throws IOException {
        for (var file : List.of(MODEL, FORM)) {
            var copy = classPath.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.writeString(
                    copy,
                    Files.readString(Path.of("src/test/resources", file)).replace("\"probe\"", "\"%s\"".formatted(id)));
        }
    }

    @AfterEach
    void disconnect() {
        engine.close();
    }

    @Test
    void makesAVersionOnlyWhenSomethingHasChanged() throws IOException {
        assertThat(start()).isEqualTo(deployed(1));
        assertThat(start()).isEqualTo(deployed(1));

        change("Bitte prüfen.", "Bitte sorgfältig prüfen.");

        assertThat(start()).isEqualTo(deployed(2));
        assertThat(start()).isEqualTo(deployed(2));
    }

    @Test
    void keepsTheRunningVersionWhenTheCheckFindsSomething() throws IOException {
        start();
        change("formId=\"%s\"".formatted(id), "formId=\"fehlt\"");

        assertThat(start())
                .isEqualTo(new State.Refused(List.of(new Finding(
                        MODEL, "userTask_ProbePruefen", "Expected the form 'fehlt' to exist, but there is none"))));

        change("formId=\"fehlt\"", "formId=\"%s\"".formatted(id));
        assertThat(start()).isEqualTo(deployed(1));
    }

    @Test
    void tellsEverythingTheEngineRefuses() throws IOException {
        start();
        change("\"=ausloeserId\"", "\"=ausloeser Id +\"");
        change("\"70\"", "\"=1 +\"");

        assertThat(start())
                .isInstanceOfSatisfying(
                        State.Refused.class,
                        refused -> assertThat(refused.findings())
                                .satisfiesExactly(
                                        finding -> assertThat(finding.toString())
                                                .startsWith(
                                                        MODEL + ", message_ProbeErledigt: Expected the engine to take"
                                                                + " <subscription>, but it says: failed to parse expression"
                                                                + " 'ausloeser Id +'"),
                                        finding -> assertThat(finding.toString())
                                                .startsWith(
                                                        MODEL + ", userTask_ProbePruefen: Expected the engine to take"
                                                                + " <priorityDefinition>, but it says: failed to parse expression"
                                                                + " '1 +'")));

        change("\"=ausloeser Id +\"", "\"=ausloeserId\"");
        change("\"=1 +\"", "\"70\"");
        assertThat(start()).isEqualTo(deployed(1));
    }

    @Test
    void showsTheFindingsInTheHealth() throws IOException {
        change("formId=\"%s\"".formatted(id), "formId=\"fehlt\"");
        var deployment = new ModelDeployment(engine, resolver());

        assertThat(new EngineHealth(deployment).health().getStatus()).isEqualTo(Status.DOWN);
        deployment.start();
        await().atMost(PATIENCE).until(() -> deployment.state() instanceof State.Refused);

        var health = new EngineHealth(deployment).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails())
                .containsEntry(
                        "findings",
                        List.of(MODEL + ", userTask_ProbePruefen: Expected the form 'fehlt' to exist,"
                                + " but there is none"));
    }

    private State start() throws IOException {
        var deployment = new ModelDeployment(engine, resolver());
        deployment.start();
        try {
            return await().atMost(PATIENCE).until(deployment::state, state -> !(state instanceof State.Waiting));
        } finally {
            deployment.stop();
        }
    }

    private ResourcePatternResolver resolver() throws IOException {
        return new PathMatchingResourcePatternResolver(
                new URLClassLoader(new URL[] {classPath.toUri().toURL()}, null));
    }

    private State deployed(int version) {
        return new State.Deployed(new TreeMap<>(Map.of(id, version)));
    }

    private void change(String found, String wanted) throws IOException {
        var file = classPath.resolve(MODEL);
        var model = Files.readString(file);
        assertThat(model).contains(found);
        Files.writeString(file, model.replace(found, wanted));
    }
}
