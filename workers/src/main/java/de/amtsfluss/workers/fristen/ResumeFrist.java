package de.amtsfluss.workers.fristen;

import de.amtsfluss.processes.Bearbeitungsfristen;
import de.amtsfluss.processes.Fristuhr.Laeuft;
import de.amtsfluss.processes.Fristuhren.Umstellung.Abgelehnt;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.VorgangId;
import org.springframework.stereotype.Component;

/** Lets the Bearbeitungsfrist of a Vorgang go on: {@code fristen.fortsetzen}. */
@Component
class ResumeFrist implements JobHandler<ResumeFrist.Input> {

    private final Bearbeitungsfristen bearbeitungsfristen;

    ResumeFrist(Bearbeitungsfristen bearbeitungsfristen) {
        this.bearbeitungsfristen = bearbeitungsfristen;
    }

    @Override
    public String jobType() {
        return "fristen.fortsetzen";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var vorgang = VorgangId.of(job.input().vorgangId());
        if (bearbeitungsfristen.resume(vorgang) instanceof Abgelehnt<Laeuft> refused) {
            throw new IllegalStateException("Expected the Bearbeitungsfrist of Vorgang '%s' to go on, but: %s"
                    .formatted(vorgang, refused.satz()));
        }
        return JobResult.completed();
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     */
    record Input(String vorgangId) {}
}
