package de.amtsfluss.workers.notifications;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends mails by SMTP; they name the Vorgang and link to it, its content stays in the application. */
@Component
class MailTransport {

    private final JavaMailSender sender;
    private final MailTexts texts;
    private final NotificationsProperties properties;

    MailTransport(JavaMailSender sender, MailTexts texts, NotificationsProperties properties) {
        this.sender = sender;
        this.texts = texts;
        this.properties = properties;
    }

    void send(Notification notification) {
        var text = texts.of(notification);
        var message = sender.createMimeMessage();
        try {
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(properties.sender());
            helper.setTo(address(notification.recipient()));
            helper.setSubject(text.subject());
            helper.setText(text.body());
            message.setHeader("Message-ID", "<%s@amtsfluss>".formatted(notification.id()));
            message.setHeader("Auto-Submitted", "auto-generated");
        } catch (MessagingException e) {
            throw new MailPreparationException("Expected to write a mail, but failed", e);
        }
        sender.send(message);
    }

    private String address(String recipient) {
        var address = properties.recipients().get(recipient);
        if (address == null) {
            throw new IllegalStateException(
                    "Expected a mail address for '%s' in amtsfluss.workers.notifications.recipients, but there is none"
                            .formatted(recipient));
        }
        return address;
    }
}
