package de.amtsfluss.workers.notifications;

import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.workers.notifications.Zustellung.Art;
import de.amtsfluss.workers.notifications.Zustellung.Sendung;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends a filed document: {@code notifications.deliver}.
 *
 * <p>Headers: {@code template}, the mail's text; {@code recipient}, {@code antragsteller} without it, or the name of a
 * webhook; {@code art} for the table {@code benachrichtigungKanal}, {@code BESCHEID} without it. The text may name what
 * the model hands over in the context {@code angaben}, which holds no personal data. Gives {@code versandId}. Once the
 * document has left the office, the process gets the message {@code versand.erfolgt} with the correlation key
 * {@code versandId} and the variables {@code versandtAm} and {@code versandweg}; again with another day if it came back
 * and was sent as a letter.
 */
@Component
class DeliverDocument implements JobHandler<DeliverDocument.Input> {

    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final Zustellung zustellung;

    DeliverDocument(Vorgaenge vorgaenge, Dokumente dokumente, Zustellung zustellung) {
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.zustellung = zustellung;
    }

    @Override
    public String jobType() {
        return "notifications.deliver";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("versandId");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var vorgangId = VorgangId.of(job.input().vorgangId());
        var vorgang = vorgaenge.require(vorgangId, "send a document of");
        var dokument = filed(vorgangId, DokumentId.of(job.input().dokumentId()));
        var recipient = job.headers().getOrDefault("recipient", Zustellung.ANTRAGSTELLER);
        if (!zustellung.reaches(recipient)) {
            throw new IllegalStateException(
                    "Expected to send a document to a part taker or a webhook, but '%s' is neither"
                            .formatted(recipient));
        }
        var sent = zustellung.send(new Sendung(
                "notifications.deliver:" + job.elementInstanceKey(),
                vorgang,
                dokument,
                Art.valueOf(job.headers().getOrDefault("art", Art.BESCHEID.name())),
                job.header("template"),
                Objects.requireNonNullElse(job.input().angaben(), Map.<String, @Nullable Object>of()),
                recipient,
                true));
        return new JobResult.Completed(Map.of("versandId", sent.toString()));
    }

    private DokumentId filed(VorgangId vorgang, DokumentId wanted) {
        return dokumente.of(vorgang).stream()
                .filter(dokument -> dokument.id().equals(wanted) && dokument.abgelegtAm() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Expected to send document '%s' of Vorgang '%s', but it has no such filed document"
                                .formatted(wanted, vorgang)))
                .id();
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     * @param dokumentId the filed document
     * @param angaben what the text may name
     */
    record Input(
            String vorgangId, String dokumentId, @Nullable Map<String, @Nullable Object> angaben) {}
}
