package de.amtsfluss.workers.antraege;

import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.VorgangId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Closes an application to changes: {@code antraege.festlegen}. Input is {@code fassung}, the one that was checked.
 * Gives {@code angabenstand}: {@code festgelegt}; {@code geaendert} if the applicant said something since, which has to
 * be checked first; or {@code zurueckgenommen}.
 */
@Component
class SettleAntrag implements JobHandler<SettleAntrag.Input> {

    private final Antraege antraege;

    SettleAntrag(Antraege antraege) {
        this.antraege = antraege;
    }

    @Override
    public String jobType() {
        return "antraege.festlegen";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("angabenstand");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var festlegung = antraege.festlegen(
                VorgangId.of(job.input().vorgangId()), job.input().fassung());
        return new JobResult.Completed(Map.of("angabenstand", festlegung.name().toLowerCase(Locale.ROOT)));
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     * @param fassung the Fassung that was checked
     */
    record Input(String vorgangId, int fassung) {}
}
