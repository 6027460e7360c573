package de.amtsfluss.workers.vorgaenge;

import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adds to the data of a Vorgang, or replaces single values of it: {@code vorgaenge.ergaenzen}. */
@Component
class SupplementVorgang implements JobHandler<SupplementVorgang.Input> {

    private final Vorgaenge vorgaenge;

    SupplementVorgang(Vorgaenge vorgaenge) {
        this.vorgaenge = vorgaenge;
    }

    @Override
    public String jobType() {
        return "vorgaenge.ergaenzen";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job<Input> job) {
        vorgaenge.supplement(VorgangId.of(job.input().vorgangId()), job.input().daten());
        return JobResult.completed();
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     * @param daten the values by their names
     */
    record Input(String vorgangId, Map<String, @Nullable Object> daten) {}
}
