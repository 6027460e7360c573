package de.amtsfluss.workers.vorgaenge;

import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import org.springframework.stereotype.Component;

/** Closes the Vorgang of a process with its business result: {@code vorgaenge.close}. */
@Component
class CloseVorgang implements JobHandler<CloseVorgang.Input> {

    private final Vorgaenge vorgaenge;

    CloseVorgang(Vorgaenge vorgaenge) {
        this.vorgaenge = vorgaenge;
    }

    @Override
    public String jobType() {
        return "vorgaenge.close";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job<Input> job) {
        vorgaenge.close(VorgangId.of(job.input().vorgangId()), job.input().ergebnis());
        return JobResult.completed();
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     * @param ergebnis its business result
     */
    record Input(String vorgangId, String ergebnis) {}
}
