package de.amtsfluss.workers.vorgaenge;

import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgaenge.NewVorgang;
import de.amtsfluss.processes.Vorgaenge.Opened;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Opens the Vorgang of a process: {@code vorgaenge.open}.
 *
 * <p>Headers: {@code aktenplaneinheit}, and {@code gruppen} that may see the Vorgang, separated by commas. Gives
 * {@code vorgangId}, {@code aktenzeichen} and {@code neu}, which is false if the Ausloeser led to a Vorgang in another
 * process before.
 */
@Component
class OpenVorgang implements JobHandler<OpenVorgang.Input> {

    private final Vorgaenge vorgaenge;

    OpenVorgang(Vorgaenge vorgaenge) {
        this.vorgaenge = vorgaenge;
    }

    @Override
    public String jobType() {
        return "vorgaenge.open";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("vorgangId", "aktenzeichen", "neu");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var opened = vorgaenge.open(wanted(job));
        return new JobResult.Completed(Map.of(
                "vorgangId", opened.vorgang().id().toString(),
                "aktenzeichen", opened.vorgang().aktenzeichen(),
                "neu", opened instanceof Opened.ForThisProcess));
    }

    private static NewVorgang wanted(Job<Input> job) {
        var ausloeser = job.input().ausloeserId();
        return new NewVorgang(
                job.processInstanceKey(),
                job.verfahren(),
                job.header("aktenplaneinheit"),
                job.input().betreff(),
                ausloeser == null ? null : AusloeserId.of(ausloeser),
                job.input().kanal(),
                Set.of(job.header("gruppen").split(",")),
                job.input().daten());
    }

    /**
     * The variables of the job.
     *
     * @param ausloeserId what asked for the process
     * @param kanal how it came in
     * @param betreff what it is about
     * @param daten the first data of the Vorgang
     */
    record Input(@Nullable String ausloeserId, String kanal, String betreff, Map<String, @Nullable Object> daten) {}
}
