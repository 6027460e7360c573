package de.amtsfluss.deploy.rehearsal;

import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.JobClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Plays the worker of one type of jobs, and remembers the jobs it got. */
public final class Worker {

    private sealed interface Play {
        record Completes(Map<String, ?> variables) implements Play {}

        record Fails(String message) implements Play {}

        record Throws(String errorCode) implements Play {}

        record NeverAnswers() implements Play {}
    }

    private final String type;
    private final CamundaProcessTestContext camunda;
    private final List<ActivatedJob> jobs = new CopyOnWriteArrayList<>();
    private volatile @Nullable Play play;

    Worker(String type, CamundaProcessTestContext camunda) {
        this.type = type;
        this.camunda = camunda;
    }

    /** From now on it completes each job with the variables. */
    public Worker completes(Map<String, ?> variables) {
        return plays(new Play.Completes(variables));
    }

    /** From now on it fails each job, until no attempt is left. */
    public Worker fails(String message) {
        return plays(new Play.Fails(message));
    }

    /** From now on it answers each job with a business error. */
    public Worker throwsError(String errorCode) {
        return plays(new Play.Throws(errorCode));
    }

    /** From now on it takes each job and never answers. */
    public Worker neverAnswers() {
        return plays(new Play.NeverAnswers());
    }

    /** The jobs it got, in order. */
    public List<ActivatedJob> jobs() {
        return List.copyOf(jobs);
    }

    private Worker plays(Play next) {
        var first = play == null;
        play = next;
        if (first) {
            camunda.mockJobWorker(type).withHandler(this::handle);
        }
        return this;
    }

    private void handle(JobClient client, ActivatedJob job) {
        jobs.add(job);
        switch (play) {
            case Play.Completes completes ->
                client.newCompleteCommand(job)
                        .variables(completes.variables())
                        .send()
                        .join();
            case Play.Fails fails ->
                client.newFailCommand(job)
                        .retries(job.getRetries() - 1)
                        .errorMessage(fails.message())
                        .send()
                        .join();
            case Play.Throws error ->
                client.newThrowErrorCommand(job)
                        .errorCode(error.errorCode())
                        .send()
                        .join();
            case Play.NeverAnswers unanswered -> {}
            case null -> throw new IllegalStateException("Expected to be told what to do, but was not");
        }
    }
}
