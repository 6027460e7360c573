package de.amtsfluss.workers.posteingang.mail;

import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.NeuePost;
import de.amtsfluss.processes.NeuePost.Datei;
import de.amtsfluss.processes.NeuePost.Herkunft;
import de.amtsfluss.processes.Posteingang.Nichtuebernahme;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes post of a mail. When it came in is what the mail server says; the date that the sender writes does not count.
 */
final class EmailPost {

    private static final Session SESSION = Session.getInstance(new Properties());

    private EmailPost() {}

    static NeuePost of(byte[] raw, Instant received) throws MessagingException {
        var mail = new MimeMessage(SESSION, new ByteArrayInputStream(raw));
        var parts = new Teile();
        parts.read(mail);
        return post(mail, received, parts.dateien(), parts.nichtUebernommen(), raw);
    }

    /** A mail that is too large to be fetched: what is known of it without its content. */
    static NeuePost headOnly(Enumeration<Header> headers, long megabytes, Instant received) throws MessagingException {
        var head = Collections.list(headers).stream()
                .map(header -> "%s: %s\r\n".formatted(header.getName(), header.getValue()))
                .collect(Collectors.joining("", "", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
        var mail = new MimeMessage(SESSION, new ByteArrayInputStream(head));
        var missing = new Nichtuebernahme(
                "Inhalt der E-Mail",
                "Die E-Mail ist größer als %d MB. Sie liegt noch im Postfach.".formatted(megabytes));
        return post(mail, received, List.of(), List.of(missing), head);
    }

    private static NeuePost post(
            MimeMessage mail,
            Instant received,
            List<Datei> dateien,
            List<Nichtuebernahme> nichtUebernommen,
            byte[] raw) {
        var from = header(mail, "From");
        return new NeuePost(
                UUID.randomUUID(),
                Kanal.EMAIL,
                null,
                received,
                herkunft(mail, from, dateien, raw),
                from,
                header(mail, "Subject"),
                dateien,
                new Datei("Original.eml", "message/rfc822", raw),
                nichtUebernommen,
                null,
                Automatik.reason(mail).orElse(null));
    }

    /**
     * The same mail may come by several ways and then has other trace fields, so a repeat is recognised by Message-ID,
     * sender and content. A foreign mail with a known Message-ID is registered, and shown as a possible repeat.
     */
    private static Herkunft herkunft(MimeMessage mail, @Nullable String from, List<Datei> dateien, byte[] raw) {
        var sender = address(from);
        var messageId = header(mail, "Message-ID");
        if (messageId == null) {
            return new Herkunft("email:" + sender, "ohne Message-ID " + sha256(List.of(raw)), null);
        }
        var content = dateien.stream().map(Datei::content).toList();
        return new Herkunft("email:" + sender, messageId + " " + sha256(content), messageId);
    }

    private static String address(@Nullable String from) {
        try {
            var addresses = InternetAddress.parseHeader(from == null ? "" : from, false);
            return addresses.length == 0 ? "" : addresses[0].getAddress().toLowerCase(Locale.ROOT);
        } catch (AddressException e) {
            return "";
        }
    }

    private static @Nullable String header(MimeMessage mail, String name) {
        try {
            var raw = mail.getHeader(name, null);
            return raw == null ? null : decoded(MimeUtility.unfold(raw)).strip();
        } catch (MessagingException e) {
            return null;
        }
    }

    static String decoded(String raw) {
        try {
            return MimeUtility.decodeText(raw);
        } catch (UnsupportedEncodingException e) {
            return raw;
        }
    }

    private static String sha256(List<byte[]> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> {
                digest.update(Integer.toString(part.length).getBytes(StandardCharsets.US_ASCII));
                digest.update((byte) 0);
                digest.update(part);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected the JDK to know SHA-256, but it does not", e);
        }
    }
}
