package de.amtsfluss.workers.fristen;

import de.amtsfluss.processes.Bearbeitungsfristen;
import de.amtsfluss.processes.Fristuhr.Steht;
import de.amtsfluss.processes.Fristuhren.Umstellung.Abgelehnt;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.VorgangId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Stops the Bearbeitungsfrist of a Vorgang: {@code fristen.anhalten}. Header {@code grund}: why, as it is shown to the
 * applicant. One that is over stays so, and the process goes on.
 */
@Component
class PauseFrist implements JobHandler<PauseFrist.Input> {

    private static final Logger log = LoggerFactory.getLogger(PauseFrist.class);

    private final Bearbeitungsfristen bearbeitungsfristen;

    PauseFrist(Bearbeitungsfristen bearbeitungsfristen) {
        this.bearbeitungsfristen = bearbeitungsfristen;
    }

    @Override
    public String jobType() {
        return "fristen.anhalten";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var vorgang = VorgangId.of(job.input().vorgangId());
        if (bearbeitungsfristen.pause(vorgang, job.header("grund")) instanceof Abgelehnt<Steht> refused) {
            log.info("The Bearbeitungsfrist of Vorgang {} does not stop: {}", vorgang, refused.satz());
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
