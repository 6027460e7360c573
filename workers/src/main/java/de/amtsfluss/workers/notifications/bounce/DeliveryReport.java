package de.amtsfluss.workers.notifications.bounce;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A delivery status notification (RFC 3464) in a mail. */
final class DeliveryReport {

    /** Reports are short; what is longer is not read on. */
    private static final int LONGEST = 256 * 1024;

    private DeliveryReport() {}

    /**
     * Why the mail was not delivered.
     *
     * @return the status code (RFC 3463), or nothing if the mail is no report, or one that says that the mail was
     *     delivered, relayed or is only delayed
     */
    static Optional<String> failure(Part mail) throws MessagingException, IOException {
        var type = new ContentType(Optional.ofNullable(mail.getContentType()).orElse("text/plain"));
        if (!type.match("multipart/report")
                || !"delivery-status".equalsIgnoreCase(type.getParameter("report-type"))
                || !(mail.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        for (var number = 0; number < parts.getCount(); number++) {
            var part = parts.getBodyPart(number);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                return failed(text(part));
            }
        }
        return Optional.empty();
    }

    /** The fields of the mail itself come first, then those of each recipient, divided by empty lines. */
    private static Optional<String> failed(String report) {
        return Arrays.stream(report.split("\\r?\\n[ \\t]*\\r?\\n"))
                .map(DeliveryReport::fields)
                .filter(fields -> "failed".equalsIgnoreCase(field(fields, "Action")))
                .findFirst()
                .map(fields -> Optional.ofNullable(field(fields, "Status"))
                        .filter(status -> status.matches("[245]\\.\\d{1,3}\\.\\d{1,3}"))
                        .orElse("failed"));
    }

    private static InternetHeaders fields(String block) {
        try {
            var bytes = (block.strip() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
            return new InternetHeaders(new ByteArrayInputStream(bytes));
        } catch (MessagingException e) {
            return new InternetHeaders();
        }
    }

    private static @Nullable String field(InternetHeaders fields, String name) {
        var values = fields.getHeader(name);
        return values == null ? null : values[0].strip();
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (var stream = part.getInputStream()) {
            return new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8);
        }
    }
}
