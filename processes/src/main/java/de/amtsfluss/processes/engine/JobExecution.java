package de.amtsfluss.processes.engine;

import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Executes the jobs of one handler and answers the engine.
 *
 * @param <T> the handler's input
 */
final class JobExecution<T> {

    private static final Logger log = LoggerFactory.getLogger(JobExecution.class);
    private static final int LAST_ATTEMPT = 8;
    private static final BackOff JOB_RETRY = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(5));
    private static final BackOff ANSWER_RETRY = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(2));

    private final JobHandler<T> handler;
    private final JsonMapper json;

    JobExecution(JobHandler<T> handler, JsonMapper json) {
        this.handler = handler;
        this.json = json;
    }

    @SuppressWarnings("CatchingUnchecked") // the outermost edge of a worker: every failure goes to the engine
    void execute(JobClient client, ActivatedJob activated) {
        try {
            var job = new Job<>(
                    activated.getKey(),
                    activated.getProcessInstanceKey(),
                    activated.getElementInstanceKey(),
                    activated.getBpmnProcessId(),
                    activated.getCustomHeaders(),
                    json.readValue(activated.getVariables(), handler.inputType()));
            var result = Handelnder.system(handler.jobType()).call(() -> handler.handle(job));
            answer(client, activated, result);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            log.warn(
                    "Expected to do job {} of type '{}', but it failed with {} attempts left",
                    activated.getKey(),
                    activated.getType(),
                    activated.getRetries() - 1,
                    e);
            fail(client, activated, e);
        }
    }

    private void answer(JobClient client, ActivatedJob activated, JobResult result) {
        switch (result) {
            case JobResult.Completed completed ->
                send(activated, () -> client.newCompleteCommand(activated).variables(completed.variables()));
            case JobResult.BusinessError error ->
                send(
                        activated,
                        () -> client.newThrowErrorCommand(activated)
                                .errorCode(error.code())
                                .errorMessage(error.message()));
        }
    }

    private void fail(JobClient client, ActivatedJob activated, Throwable e) {
        var left = activated.getRetries() - 1;
        send(
                activated,
                () -> client.newFailCommand(activated)
                        .retries(left)
                        .retryBackoff(JOB_RETRY.after(LAST_ATTEMPT - left))
                        .errorMessage(String.valueOf(e.getMessage())));
    }

    /** Sends until the engine has answered: an answer that is lost costs the job's whole timeout. */
    private void send(ActivatedJob activated, Supplier<FinalCommandStep<?>> command) {
        for (var attempt = 0; attempt < LAST_ATTEMPT; attempt++) {
            var answer = EngineAnswer.await(command.get().send());
            if (!(answer instanceof EngineAnswer.Failed<?> failed)) {
                return;
            }
            switch (failed.failure()) {
                case EngineFailure.Temporary temporary -> pause(ANSWER_RETRY.after(attempt));
                case EngineFailure.Missing missing -> {
                    log.info("Job {} was no longer wanted: {}", activated.getKey(), missing.reason());
                    return;
                }
                case EngineFailure.Refused refused -> {
                    log.error("Expected to answer job {}, but {}", activated.getKey(), refused.reason());
                    return;
                }
                case EngineFailure.Repeated repeated -> {
                    return;
                }
            }
        }
        log.warn(
                "Expected to answer job {}, but the engine did not take it; the job will come again",
                activated.getKey());
    }

    private static void pause(Duration pause) {
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
