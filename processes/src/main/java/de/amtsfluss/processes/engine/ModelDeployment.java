package de.amtsfluss.processes.engine;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.DeploymentEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys all models and forms of the class path together at start. The engine itself keeps the versions and makes a
 * new one only of what has changed. While the engine is away, the deployment waits for it in a thread of its own.
 */
@Component
@ConditionalOnRole(Role.WORKERS)
class ModelDeployment implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final CamundaClient engine;
    private final ResourcePatternResolver resources;
    private volatile @Nullable Thread thread;
    private volatile State state = State.WAITING;

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
        thread = Thread.ofPlatform().name("model-deployment").daemon().start(this::run);
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
        var models = read();
        while (thread == Thread.currentThread() && state == State.WAITING) {
            state = deploy(models);
            if (state == State.WAITING) {
                pause();
            }
        }
    }

    private State deploy(Map<String, byte[]> models) {
        var command = engine.newDeployResourceCommand();
        io.camunda.client.api.command.DeployResourceCommandStep1.@Nullable DeployResourceCommandStep2 filled = null;
        for (var model : models.entrySet()) {
            filled = command.addResourceBytes(model.getValue(), model.getKey());
        }
        if (filled == null) {
            return State.DEPLOYED;
        }
        return switch (EngineAnswer.await(filled.send())) {
            case EngineAnswer.Taken<DeploymentEvent> taken -> {
                report(taken.value());
                yield State.DEPLOYED;
            }
            case EngineAnswer.Failed<DeploymentEvent> failed -> notDeployed(failed.failure());
        };
    }

    private static State notDeployed(EngineFailure failure) {
        if (failure instanceof EngineFailure.Refused refused) {
            log.error("Expected to deploy the models, but the engine refused: {}", refused.reason());
            return State.REFUSED;
        }
        log.info("Waiting for the engine to deploy the models: {}", failure.reason());
        return State.WAITING;
    }

    private static void report(DeploymentEvent event) {
        event.getProcesses()
                .forEach(process ->
                        log.info("Deployed process '{}' version {}", process.getBpmnProcessId(), process.getVersion()));
        event.getForm().forEach(form -> log.info("Deployed form '{}' version {}", form.getFormId(), form.getVersion()));
    }

    private Map<String, byte[]> read() {
        try {
            var models = new LinkedHashMap<String, byte[]>();
            for (var pattern : new String[] {"classpath*:models/**/*.bpmn", "classpath*:forms/**/*.form"}) {
                for (var resource : resources.getResources(pattern)) {
                    models.put(String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
                }
            }
            return models;
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the models, but failed", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How far the deployment is. */
    enum State {
        /** The engine has not answered yet. */
        WAITING,
        /** The models are deployed. */
        DEPLOYED,
        /** The engine refused the models; older versions go on. */
        REFUSED
    }
}
