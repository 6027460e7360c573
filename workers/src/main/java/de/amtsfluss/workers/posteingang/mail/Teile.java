package de.amtsfluss.workers.posteingang.mail;

import de.amtsfluss.processes.NeuePost.Datei;
import de.amtsfluss.processes.Posteingang.Nichtuebernahme;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** The parts of a mail, read without trust: one that cannot be read is named, and the others are read on. */
final class Teile {

    /** People nest three or four levels by forwarding. */
    private static final int DEEPEST = 12;

    private static final int MOST = 200;

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final List<String> texts = new ArrayList<>();
    private final List<Datei> anlagen = new ArrayList<>();
    private final List<Nichtuebernahme> nichtUebernommen = new ArrayList<>();
    private int seen;

    void read(Part mail) {
        walk(mail, 0, false);
    }

    /** The text of the mail, and its attachments. Of alternatives the plain text counts; HTML loses its tags. */
    List<Datei> dateien() {
        var all = new ArrayList<Datei>();
        var joined = String.join("\n\n", texts).strip();
        if (!joined.isEmpty()) {
            all.add(new Datei("Nachricht.txt", "text/plain", joined.getBytes(StandardCharsets.UTF_8)));
        }
        all.addAll(anlagen);
        return all;
    }

    List<Nichtuebernahme> nichtUebernommen() {
        return nichtUebernommen;
    }

    @SuppressWarnings("CatchingUnchecked") // a part that breaks the reader must not take the others with it
    private void walk(Part part, int depth, boolean withoutHtml) {
        if (++seen > MOST) {
            if (seen == MOST + 1) {
                leaveOut("weitere Teile", "Die E-Mail hat mehr als %d Teile.".formatted(MOST));
            }
            return;
        }
        if (depth > DEEPEST) {
            leaveOut(name(part), "Der Teil ist zu tief verschachtelt.");
            return;
        }
        try {
            readPart(part, depth, withoutHtml);
        } catch (MessagingException | IOException | RuntimeException e) {
            leaveOut(name(part), "Der Teil ist beschädigt und lässt sich nicht lesen.");
        }
    }

    private void readPart(Part part, int depth, boolean withoutHtml) throws MessagingException, IOException {
        var type = type(part);
        if (type.match("multipart/*") && part.getContent() instanceof Multipart parts) {
            var plainInstead = withoutHtml || (type.match("multipart/alternative") && hasPlainText(parts));
            for (var number = 0; number < parts.getCount(); number++) {
                walk(parts.getBodyPart(number), depth + 1, plainInstead);
            }
        } else if (type.match("message/rfc822") && part.getContent() instanceof Message nested) {
            walk(nested, depth + 1, false);
        } else if (!isText(part, type)) {
            anlagen.add(new Datei(name(part), type.getBaseType(), bytes(part)));
        } else if (!type.match("text/html")) {
            texts.add(text(part, type));
        } else if (!withoutHtml) {
            texts.add(text(text(part, type)));
        }
    }

    private static boolean hasPlainText(Multipart parts) throws MessagingException {
        for (var number = 0; number < parts.getCount(); number++) {
            if (parts.getBodyPart(number).isMimeType("text/plain")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isText(Part part, ContentType type) throws MessagingException {
        return (type.match("text/plain") || type.match("text/html"))
                && !Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
                && part.getFileName() == null;
    }

    private static ContentType type(Part part) throws MessagingException {
        var declared = Optional.ofNullable(part.getContentType()).orElse("text/plain");
        try {
            return new ContentType(declared);
        } catch (ParseException e) {
            return new ContentType("application", "octet-stream", null);
        }
    }

    private static byte[] bytes(Part part) throws MessagingException, IOException {
        try (var stream = part.getInputStream()) {
            return stream.readAllBytes();
        }
    }

    private static String text(Part part, ContentType type) throws MessagingException, IOException {
        var decoded = new String(bytes(part), charset(type.getParameter("charset")));
        return decoded.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n\\t]]", "");
    }

    private static Charset charset(@Nullable String name) {
        try {
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return WINDOWS;
        }
    }

    /** What a person would read: no scripts, no styles, nothing is fetched. */
    private static String text(String markup) {
        var document = Jsoup.parse(markup);
        document.select("script, style, head, noscript, template, iframe, object")
                .remove();
        document.outputSettings(new Document.OutputSettings().prettyPrint(false));
        document.select("br, p, div, li, tr, h1, h2, h3, h4").append("\n");
        return document.wholeText().replaceAll("\\n{3,}", "\n\n").strip();
    }

    private void leaveOut(String name, String reason) {
        nichtUebernommen.add(new Nichtuebernahme(name, reason));
    }

    private static String name(Part part) {
        try {
            return Optional.ofNullable(part.getFileName())
                    .map(EmailPost::decoded)
                    .orElse("Anlage");
        } catch (MessagingException e) {
            return "Anlage";
        }
    }
}
