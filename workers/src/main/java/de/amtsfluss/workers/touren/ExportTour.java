package de.amtsfluss.workers.touren;

import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes the way of a tour as a file for navigation devices, a draft: {@code touren.ausgeben}. Gives {@code dokumentId}.
 */
@Component
class ExportTour implements JobHandler<ExportTour.Input> {

    private final Tourverlauf verlauf;
    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final TourenProperties properties;

    ExportTour(Tourverlauf verlauf, Vorgaenge vorgaenge, Dokumente dokumente, TourenProperties properties) {
        this.verlauf = verlauf;
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.properties = properties;
    }

    @Override
    public String jobType() {
        return "touren.ausgeben";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("dokumentId");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var vorgang = vorgaenge.require(VorgangId.of(job.input().vorgangId()), "draw the way of");
        var tour = verlauf.require(UUID.fromString(job.input().tourId()));
        var name = "touren.ausgeben:" + job.elementInstanceKey();
        var dokument = dokumente.draft(
                new DokumentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                vorgang.id(),
                "Tour %s.gpx".formatted(vorgang.aktenzeichen().replace('/', '-')),
                Gpx.MEDIA_TYPE,
                Gpx.of("Tour " + vorgang.aktenzeichen(), properties.depot(), tour));
        return new JobResult.Completed(Map.of("dokumentId", dokument.id().toString()));
    }

    /**
     * The variables of the job.
     *
     * @param tourId the tour
     * @param vorgangId its Vorgang
     */
    record Input(String tourId, String vorgangId) {}
}
