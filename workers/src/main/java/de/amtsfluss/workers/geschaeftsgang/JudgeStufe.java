package de.amtsfluss.workers.geschaeftsgang;

import de.amtsfluss.processes.GeschaeftsgangAblauf;
import de.amtsfluss.processes.GeschaeftsgangId;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Says whether somebody did not sign in the Stufe that has ended: {@code geschaeftsgang.auswerten}. */
@Component
class JudgeStufe implements JobHandler<JudgeStufe.Input> {

    private final GeschaeftsgangAblauf ablauf;

    JudgeStufe(GeschaeftsgangAblauf ablauf) {
        this.ablauf = ablauf;
    }

    @Override
    public String jobType() {
        return "geschaeftsgang.auswerten";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("abgelehnt");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var refused = ablauf.isRefused(GeschaeftsgangId.of(job.input().geschaeftsgangId()));
        return new JobResult.Completed(Map.of("abgelehnt", refused));
    }

    /**
     * The variables of the job.
     *
     * @param geschaeftsgangId the Geschäftsgang
     */
    record Input(String geschaeftsgangId) {}
}
