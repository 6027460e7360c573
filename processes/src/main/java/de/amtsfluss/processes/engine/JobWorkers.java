package de.amtsfluss.processes.engine;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.Role;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Opens a worker for each {@link JobHandler}. */
@Component
@ConditionalOnRole(Role.WORKERS)
class JobWorkers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobWorkers.class);

    private final CamundaClient engine;
    private final EngineProperties properties;
    private final List<JobHandler<?>> handlers;
    private final JsonMapper json;
    private final List<JobWorker> workers = new ArrayList<>();

    JobWorkers(CamundaClient engine, EngineProperties properties, List<JobHandler<?>> handlers, JsonMapper json) {
        this.engine = engine;
        this.properties = properties;
        this.handlers = handlers;
        this.json = json;
    }

    @Override
    public void start() {
        handlers.forEach(handler -> workers.add(open(handler)));
        log.info(
                "Working on jobs of type {}",
                handlers.stream().map(JobHandler::jobType).sorted().toList());
    }

    private JobWorker open(JobHandler<?> handler) {
        return engine.newWorker()
                .jobType(handler.jobType())
                .handler(new JobExecution<>(handler, json)::execute)
                .name("amtsfluss")
                .timeout(handler.timeout())
                .fetchVariables(variables(handler))
                .maxJobsActive(properties.jobThreads() * 2)
                .pollInterval(properties.pollInterval())
                .streamEnabled(true)
                .open();
    }

    private static List<String> variables(JobHandler<?> handler) {
        return Arrays.stream(handler.inputType().getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }

    @Override
    public void stop() {
        workers.forEach(JobWorker::close);
        workers.clear();
    }

    @Override
    public boolean isRunning() {
        return !workers.isEmpty();
    }
}
