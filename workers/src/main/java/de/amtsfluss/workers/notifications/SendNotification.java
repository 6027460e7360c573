package de.amtsfluss.workers.notifications;

import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.workers.notifications.Zustellung.Art;
import de.amtsfluss.workers.notifications.Zustellung.Sendung;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells somebody of a Vorgang: {@code notifications.send}.
 *
 * <p>Headers: {@code template} and {@code recipient}: the name of an office, of a webhook, or {@code antragsteller}. A
 * model that only knows at run time which office is to be told hands its name over as {@code empfaenger} instead. An
 * office gets a mail, which may name the data of the Vorgang and what the model hands over in the context
 * {@code angaben}. Who has applied is told by the way the table {@code benachrichtigungKanal} chooses for a hint; the
 * text may name what the model hands over in the context {@code angaben}, which holds no personal data.
 *
 * <p>A repeated job sends nothing again; only if the application dies between the mail server's answer and the note of
 * it, the same mail goes out twice, with the same Message-ID (RFC 5322, 3.6.4), by which mail systems recognise it.
 */
@Component
class SendNotification implements JobHandler<SendNotification.Input> {

    private final Vorgaenge vorgaenge;
    private final OfficeNotifications offices;
    private final Zustellung zustellung;

    SendNotification(Vorgaenge vorgaenge, OfficeNotifications offices, Zustellung zustellung) {
        this.vorgaenge = vorgaenge;
        this.offices = offices;
        this.zustellung = zustellung;
    }

    @Override
    public String jobType() {
        return "notifications.send";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var vorgangId = VorgangId.of(job.input().vorgangId());
        var vorgang = vorgaenge.require(vorgangId, "tell of");
        var empfaenger = job.input().empfaenger();
        var recipient = empfaenger == null ? job.header("recipient") : empfaenger;
        var template = job.header("template");
        var auftrag = "notifications.send:" + job.elementInstanceKey();
        var angaben = Objects.requireNonNullElse(job.input().angaben(), Map.<String, @Nullable Object>of());
        if (zustellung.reaches(recipient)) {
            zustellung.send(new Sendung(auftrag, vorgang, null, Art.HINWEIS, template, angaben, recipient, false));
        } else {
            var id = UUID.nameUUIDFromBytes(auftrag.getBytes(StandardCharsets.UTF_8));
            offices.send(new Notification(id, supplemented(vorgang, angaben), template, recipient));
        }
        return JobResult.completed();
    }

    private static Vorgang supplemented(Vorgang vorgang, Map<String, @Nullable Object> angaben) {
        var daten = new HashMap<String, @Nullable Object>(vorgang.daten());
        daten.putAll(angaben);
        return vorgang.with(daten);
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     * @param angaben what the text may name
     * @param empfaenger who is told, where the header {@code recipient} does not say it
     */
    record Input(
            String vorgangId,
            @Nullable Map<String, @Nullable Object> angaben,
            @Nullable String empfaenger) {}
}
