package de.amtsfluss.workers.notifications;

import de.amtsfluss.workers.notifications.mail.Handover;
import de.amtsfluss.workers.notifications.mail.Mail;
import de.amtsfluss.workers.notifications.mail.MailTexts;
import de.amtsfluss.workers.notifications.mail.Mails;
import org.springframework.stereotype.Component;

/** Tells offices by mail; mails name the Vorgang and link to it, its content stays in the application. */
@Component
class OfficeNotifications {

    private final NotificationRepository notifications;
    private final NotificationsProperties properties;
    private final MailTexts texts;
    private final Mails mails;

    OfficeNotifications(
            NotificationRepository notifications, NotificationsProperties properties, MailTexts texts, Mails mails) {
        this.notifications = notifications;
        this.properties = properties;
        this.texts = texts;
        this.mails = mails;
    }

    /** Sends it if it was not sent before. */
    void send(Notification notification) {
        if (notifications.isToBeSent(notification)) {
            var text = texts.forOffice(notification.template(), notification.vorgang());
            var to = properties.address(notification.recipient());
            switch (mails.send(new Mail(notification.id(), to, text, null))) {
                case Handover.Accepted accepted -> notifications.sent(notification);
                case Handover.Refused refused -> throw notTaken(notification, refused.why());
                case Handover.Later later -> throw notTaken(notification, later.why());
            }
        }
    }

    private static IllegalStateException notTaken(Notification notification, String why) {
        return new IllegalStateException("Expected the mail server to take a mail to '%s', but it did not: %s"
                .formatted(notification.recipient(), why));
    }
}
