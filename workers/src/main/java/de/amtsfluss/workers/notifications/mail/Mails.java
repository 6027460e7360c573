package de.amtsfluss.workers.notifications.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails over to the mail server by SMTP. */
@Component
public class Mails {

    private final JavaMailSender sender;
    private final MailProperties properties;

    Mails(JavaMailSender sender, MailProperties properties) {
        this.sender = sender;
        this.properties = properties;
    }

    /** Hands a mail over. */
    public Handover send(Mail mail) {
        InternetAddress to;
        try {
            to = new InternetAddress(mail.to(), true);
        } catch (AddressException e) {
            return new Handover.Refused("address");
        }
        try {
            sender.send(message(mail, to));
            return new Handover.Accepted();
        } catch (MailPreparationException e) {
            throw e;
        } catch (MailException e) {
            return MailFailure.of(e);
        }
    }

    private SMTPMessage message(Mail mail, InternetAddress to) {
        var message = new SMTPMessage(sender.createMimeMessage().getSession());
        var html = mail.text().html();
        try {
            var helper = new MimeMessageHelper(
                    message,
                    html == null
                            ? MimeMessageHelper.MULTIPART_MODE_NO
                            : MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED,
                    StandardCharsets.UTF_8.name());
            helper.setFrom(properties.sender());
            helper.setTo(to);
            helper.setSubject(mail.text().subject());
            if (html == null) {
                helper.setText(mail.text().body());
            } else {
                helper.setText(mail.text().body(), html);
            }
            message.setHeader("Message-ID", Mail.messageId(mail.id()));
            message.setHeader("Auto-Submitted", "auto-generated");
            if (mail.returnTo() != null) {
                message.setEnvelopeFrom(mail.returnTo());
                message.setNotifyOptions(SMTPMessage.NOTIFY_FAILURE);
                message.setReturnOption(SMTPMessage.RETURN_HDRS);
            }
        } catch (MessagingException e) {
            throw new MailPreparationException("Expected to write a mail, but failed", e);
        }
        return message;
    }
}
