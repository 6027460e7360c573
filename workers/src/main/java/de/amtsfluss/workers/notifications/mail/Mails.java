package de.amtsfluss.workers.notifications.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.StreamProvider;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands mails over to the mail server by SMTP. */
@Component
public class Mails {

    private static final String UTF_8 = "UTF-8";

    static {
        // Otherwise Jakarta Mail looks for its provider in all jars, several times for each mail.
        if (System.getProperty(StreamProvider.class.getName()) == null) {
            System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
        }
    }

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
        try {
            message.setFrom(new InternetAddress(properties.sender()));
            message.setRecipient(RecipientType.TO, to);
            message.setSubject(mail.text().subject(), UTF_8);
            setText(message, mail.text());
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

    private static void setText(SMTPMessage message, MailText text) throws MessagingException {
        var html = text.html();
        if (html == null) {
            message.setText(text.body(), UTF_8);
            return;
        }
        var plain = new MimeBodyPart();
        plain.setText(text.body(), UTF_8);
        var page = new MimeBodyPart();
        page.setText(html, UTF_8, "html");
        message.setContent(new MimeMultipart("alternative", plain, page));
    }
}
