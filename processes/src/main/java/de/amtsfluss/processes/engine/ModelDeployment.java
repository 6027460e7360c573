package de.amtsfluss.processes.engine;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.model.Finding;
import de.amtsfluss.processes.model.ModelCheck;
import de.amtsfluss.processes.model.ModelFile;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys all models and forms of the class path together at start, or none of them: with any finding the versions that
 * run stay, and the application goes on with them.
 *
 * <p>The engine keeps the versions. It makes none when nothing has changed, and a new one of every model and form as
 * soon as one of them has, since they belong together. While the engine is away, the deployment waits for it in a
 * thread of its own.
 */
@Component
@ConditionalOnRole(Role.WORKERS)
class ModelDeployment implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final CamundaClient engine;
    private final ResourcePatternResolver resources;
    private volatile @Nullable Thread thread;
    private volatile State state = new State.Waiting();

    ModelDeployment(CamundaClient engine, ResourcePatternResolver resources) {
        this.engine = engine;
        this.resources = resources;
    }

    /** How far the deployment is. */
    State state() {
        return state;
    }

    @Override
    public void start() {
        var started = Thread.ofPlatform().name("model-deployment").daemon().unstarted(this::run);
        // The thread ends when it is not the one in the field, so it must stand there first.
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        var files = read();
        state = check(files);
        while (thread == Thread.currentThread() && state instanceof State.Waiting) {
            state = deploy(files);
            if (state instanceof State.Waiting) {
                pause();
            }
        }
    }

    private static State check(List<ModelFile> files) {
        var findings = ModelCheck.check(files);
        return findings.isEmpty() ? new State.Waiting() : refused(findings);
    }

    private State deploy(List<ModelFile> files) {
        var command = engine.newDeployResourceCommand();
        @Nullable DeployResourceCommandStep2 filled = null;
        for (var file : files) {
            filled = command.addResourceBytes(file.content(), file.name());
        }
        if (filled == null) {
            return new State.Deployed(new TreeMap<>());
        }
        return switch (EngineAnswer.await(filled.send())) {
            case EngineAnswer.Taken<DeploymentEvent> taken -> deployed(taken.value());
            case EngineAnswer.Failed<DeploymentEvent> failed -> notDeployed(failed.failure());
        };
    }

    private static State notDeployed(EngineFailure failure) {
        if (failure instanceof EngineFailure.Refused refused) {
            return refused(Rejection.findings(refused.reason()));
        }
        log.info("Waiting for the engine to deploy the models: {}", failure.reason());
        return new State.Waiting();
    }

    private static State refused(List<Finding> unordered) {
        // The engine and its library tell theirs in any order.
        var findings = unordered.stream()
                .sorted(Comparator.comparing(Finding::file).thenComparing(Finding::element))
                .toList();
        findings.forEach(finding -> log.error("Model refused: {}", finding));
        log.error("Expected to deploy the models, but found {} errors; the running versions stay", findings.size());
        return new State.Refused(findings);
    }

    private static State deployed(DeploymentEvent event) {
        var versions = new TreeMap<String, Integer>();
        event.getProcesses().forEach(process -> versions.put(process.getBpmnProcessId(), process.getVersion()));
        versions.forEach((process, version) -> log.info("Process '{}' runs in version {}", process, version));
        event.getForm()
                .forEach(form -> log.info("Form '{}' is used in version {}", form.getFormId(), form.getVersion()));
        return new State.Deployed(versions);
    }

    private List<ModelFile> read() {
        try {
            var files = new ArrayList<ModelFile>();
            for (var folder : List.of("models", "forms")) {
                var ending = folder.equals("models") ? "bpmn" : "form";
                for (var resource : resources.getResources("classpath*:%s/**/*.%s".formatted(folder, ending))) {
                    files.add(new ModelFile(name(folder, resource), resource.getContentAsByteArray()));
                }
            }
            // The same order at each start: the engine then sees the same deployment.
            files.sort(Comparator.comparing(ModelFile::name));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the models, but failed", e);
        }
    }

    private static String name(String folder, Resource resource) throws IOException {
        var url = resource.getURL().toString();
        return url.substring(url.lastIndexOf("/" + folder + "/") + 1);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How far the deployment is. */
    sealed interface State {

        /** The engine has not answered yet. */
        record Waiting() implements State {}

        /**
         * The models are deployed.
         *
         * @param versions the current version of each process
         */
        record Deployed(SortedMap<String, Integer> versions) implements State {}

        /**
         * The models are refused; the running versions stay.
         *
         * @param findings why
         */
        record Refused(List<Finding> findings) implements State {}
    }
}
