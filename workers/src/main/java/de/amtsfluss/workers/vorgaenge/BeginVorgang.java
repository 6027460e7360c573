package de.amtsfluss.workers.vorgaenge;

import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Ties a Vorgang that was applied for to the process that handles it: {@code vorgaenge.begin}. Gives {@code neu}, which
 * is false if another process handles it already.
 */
@Component
class BeginVorgang implements JobHandler<BeginVorgang.Input> {

    private final Vorgaenge vorgaenge;

    BeginVorgang(Vorgaenge vorgaenge) {
        this.vorgaenge = vorgaenge;
    }

    @Override
    public String jobType() {
        return "vorgaenge.begin";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("neu");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var begun = vorgaenge.begin(VorgangId.of(job.input().vorgangId()), job.processInstanceKey());
        return new JobResult.Completed(Map.of("neu", begun));
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     */
    record Input(String vorgangId) {}
}
