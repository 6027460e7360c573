package de.amtsfluss.workers.fristen;

import de.amtsfluss.processes.Bearbeitungsfristen;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.VorgangId;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Lets the Bearbeitungsfrist of a Vorgang run from the day its application came in: {@code fristen.beginnen}. Headers:
 * {@code regime}, {@code zahl} and {@code einheit}.
 */
@Component
class BeginFrist implements JobHandler<BeginFrist.Input> {

    private final Bearbeitungsfristen bearbeitungsfristen;

    BeginFrist(Bearbeitungsfristen bearbeitungsfristen) {
        this.bearbeitungsfristen = bearbeitungsfristen;
    }

    @Override
    public String jobType() {
        return "fristen.beginnen";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job<Input> job) {
        bearbeitungsfristen.begin(
                VorgangId.of(job.input().vorgangId()),
                Headers.regel(job),
                Instant.parse(job.input().eingegangenAm()));
        return JobResult.completed();
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     * @param eingegangenAm when the application came in
     */
    record Input(String vorgangId, String eingegangenAm) {}
}
