package de.amtsfluss.workers.notifications;

import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sends a mail about a Vorgang to an office: {@code notifications.send}.
 *
 * <p>Headers: {@code template} and {@code recipient}, the name of the office. A repeated job sends nothing again; only
 * if the application dies between the mail server's answer and the note of it, the same mail goes out twice, with the
 * same Message-ID (RFC 5322, 3.6.4), by which mail systems recognise it.
 */
@Component
class SendNotification implements JobHandler<SendNotification.Input> {

    private final Vorgaenge vorgaenge;
    private final NotificationRepository notifications;
    private final MailTransport mails;

    SendNotification(Vorgaenge vorgaenge, NotificationRepository notifications, MailTransport mails) {
        this.vorgaenge = vorgaenge;
        this.notifications = notifications;
        this.mails = mails;
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
        var vorgang = vorgaenge
                .find(vorgangId)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected to tell of Vorgang '%s', but no such Vorgang was found".formatted(vorgangId)));
        var notification =
                new Notification(notificationId(job), vorgang, job.header("template"), job.header("recipient"));
        if (notifications.isToBeSent(notification)) {
            mails.send(notification);
            notifications.sent(notification);
        }
        return JobResult.completed();
    }

    private static UUID notificationId(Job<?> job) {
        var name = "notifications.send:" + job.elementInstanceKey();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     */
    record Input(String vorgangId) {}
}
