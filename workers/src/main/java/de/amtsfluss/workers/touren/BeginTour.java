package de.amtsfluss.workers.touren;

import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.VorgangId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Begins a tour: {@code touren.beginnen}. Orders that have ended by themselves are struck; the Vorgang gets the stops.
 * Gives {@code anzahl}, how many are left.
 */
@Component
class BeginTour implements JobHandler<BeginTour.Input> {

    private final Tourverlauf verlauf;

    BeginTour(Tourverlauf verlauf) {
        this.verlauf = verlauf;
    }

    @Override
    public String jobType() {
        return "touren.beginnen";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("anzahl");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        int left = verlauf.begin(
                UUID.fromString(job.input().tourId()), VorgangId.of(job.input().vorgangId()));
        return new JobResult.Completed(Map.of("anzahl", left));
    }

    /**
     * The variables of the job.
     *
     * @param tourId the tour
     * @param vorgangId its Vorgang
     */
    record Input(String tourId, String vorgangId) {}
}
