package de.amtsfluss.deploy.rehearsalengine.command;

import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobResult;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;

/** Commands about jobs. */
public final class JobCommands {

    private JobCommands() {}

    /**
     * What a worker wants.
     *
     * @param type the type of jobs
     * @param worker the worker's name
     * @param timeout how long the worker may keep a job
     * @param most how many jobs at most
     * @param variables which variables, none for all
     */
    public record Wanted(String type, String worker, Duration timeout, int most, List<String> variables) {}

    /** Hands jobs to a worker. */
    public static Command activate(Wanted wanted) {
        var batch = new JobBatchRecord()
                .setType(wanted.type())
                .setWorker(wanted.worker())
                .setTimeout(wanted.timeout().toMillis())
                .setMaxJobsToActivate(wanted.most());
        wanted.variables().forEach(name -> batch.variables().add().wrap(BufferUtil.wrapString(name)));
        return Command.of(JobBatchIntent.ACTIVATE, batch);
    }

    /** Completes a job; a listener's job may have a result. */
    public static Command complete(long key, DirectBuffer variables, @Nullable JobResult result) {
        var job = new JobRecord().setVariables(variables);
        return new Command(JobIntent.COMPLETE, key, result == null ? job : job.setResult(result));
    }

    /** Fails a job, to be tried again after the pause if retries are left. */
    public static Command fail(long key, int retries, String message, Duration pause, DirectBuffer variables) {
        var job = new JobRecord()
                .setRetries(retries)
                .setErrorMessage(message)
                .setRetryBackoff(pause.toMillis())
                .setVariables(variables);
        return new Command(JobIntent.FAIL, key, job);
    }

    /** Throws a BPMN error at the element of the job. */
    public static Command throwError(long key, String code, String message, DirectBuffer variables) {
        var job = new JobRecord()
                .setErrorCode(BufferUtil.wrapString(code))
                .setErrorMessage(message)
                .setVariables(variables);
        return new Command(JobIntent.THROW_ERROR, key, job);
    }

    /** Changes how often a job may still be tried. */
    public static Command updateRetries(long key, int retries) {
        return new Command(JobIntent.UPDATE_RETRIES, key, new JobRecord().setRetries(retries));
    }

    /** Changes how long its worker may keep a job from now on. */
    public static Command updateTimeout(long key, Duration timeout) {
        return new Command(JobIntent.UPDATE_TIMEOUT, key, new JobRecord().setTimeout(timeout.toMillis()));
    }

    /** Changes retries, timeout or both. */
    public static Command update(long key, @Nullable Integer retries, @Nullable Long timeoutMillis) {
        var job = new JobRecord();
        Set<String> changed = new HashSet<>();
        if (retries != null) {
            job.setRetries(retries);
            changed.add("retries");
        }
        if (timeoutMillis != null) {
            job.setTimeout(timeoutMillis);
            changed.add("timeout");
        }
        return new Command(JobIntent.UPDATE, key, job.setChangedAttributes(changed));
    }
}
