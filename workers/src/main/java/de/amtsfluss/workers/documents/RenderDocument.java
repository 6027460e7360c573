package de.amtsfluss.workers.documents;

import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a document as PDF/A and keeps it as a draft of the Vorgang: {@code documents.render}.
 *
 * <p>Header: {@code template}, the folder in {@code letters/‹procedure›/}. Gives {@code dokumentId}. What the model
 * hands over in the context {@code angaben}, such as the result of the process so far, is added to the data of the
 * Vorgang first, so that the document can name it. A letter to the applicant finds the address as {@code empfaenger}.
 */
@Component
class RenderDocument implements JobHandler<RenderDocument.Input> {

    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final Letters letters;

    RenderDocument(Vorgaenge vorgaenge, Dokumente dokumente, Letters letters) {
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.letters = letters;
    }

    @Override
    public String jobType() {
        return "documents.render";
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
        var template = job.verfahren() + "/" + job.header("template");
        var id = VorgangId.of(job.input().vorgangId());
        vorgaenge.supplement(id, job.input().known());
        var vorgang = vorgaenge.require(id, "render a document of");
        var dokumentId = dokumentId(job);
        var letter = letters.pdf(template, addressed(vorgang), dokumentId.value());
        var dokument = dokumente.draft(dokumentId, id, letter.fileName(), letter.mediaType(), letter.content());
        return new JobResult.Completed(Map.of("dokumentId", dokument.id().toString()));
    }

    private Vorgang addressed(Vorgang vorgang) {
        var empfaenger = vorgaenge.beteiligte(vorgang.id()).stream()
                .filter(beteiligter -> beteiligter.rolle() == Beteiligter.Rolle.ANTRAGSTELLER)
                .findFirst();
        var anschrift = empfaenger.map(Beteiligter::anschrift).orElse(null);
        if (anschrift == null) {
            return vorgang;
        }
        var daten = new HashMap<String, @Nullable Object>(vorgang.daten());
        daten.put(
                "empfaenger",
                Map.of(
                        "name", empfaenger.get().name(),
                        "strasse", anschrift.strasse(),
                        "plz", anschrift.plz(),
                        "ort", anschrift.ort()));
        return vorgang.with(daten);
    }

    /** The same for each attempt of the step, so that a repeat makes no second document. */
    private static DokumentId dokumentId(Job<?> job) {
        var name = "documents.render:" + job.elementInstanceKey();
        return new DokumentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     * @param angaben what the document may name beside the data of the Vorgang; what is null is not known and left out
     */
    record Input(String vorgangId, @Nullable Map<String, @Nullable Object> angaben) {

        private Map<String, @Nullable Object> known() {
            var known = new HashMap<String, @Nullable Object>();
            if (angaben != null) {
                known.putAll(angaben);
            }
            known.values().removeIf(value -> value == null);
            return known;
        }
    }
}
