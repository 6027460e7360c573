package de.amtsfluss.workers.hundesteuer;

import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Derives from what was filled in what the tables ask for: {@code hundesteuer.vorbereiten}. Gives {@code fassung}, the
 * Fassung of the application that is checked from here on, and {@code befreiungBeantragt}.
 */
@Component
class PrepareHundesteuer implements JobHandler<PrepareHundesteuer.Input> {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final Vorgaenge vorgaenge;
    private final Antraege antraege;
    private final Dokumente dokumente;
    private final Clock clock;

    PrepareHundesteuer(Vorgaenge vorgaenge, Antraege antraege, Dokumente dokumente, Clock clock) {
        this.vorgaenge = vorgaenge;
        this.antraege = antraege;
        this.dokumente = dokumente;
        this.clock = clock;
    }

    @Override
    public String jobType() {
        return "hundesteuer.vorbereiten";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("fassung", "befreiungBeantragt");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var id = VorgangId.of(job.input().vorgangId());
        // First the Fassung: what the applicant says from now on makes a later one, and is seen before the decision.
        var fassung = antraege.fassung(id);
        var anmeldung = new Anmeldung(vorgaenge.require(id, "prepare").daten());
        vorgaenge.supplement(id, anmeldung.befreiungFacts(LocalDate.now(clock.withZone(OFFICE)), eingegangen(id)));
        return new JobResult.Completed(
                Map.of("fassung", fassung, "befreiungBeantragt", anmeldung.befreiungBeantragt()));
    }

    /** Before the Bescheid is made, whatever is filed with the Vorgang came in. */
    private boolean eingegangen(VorgangId id) {
        return dokumente.of(id).stream().anyMatch(dokument -> dokument.abgelegtAm() != null);
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     */
    record Input(String vorgangId) {}
}
