package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.akte.datei.Dateiart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.tika.exception.TikaException;
import org.xml.sax.SAXException;

/** Reads the text of a file, within limits on time and length. */
public final class Textauszug {

    /** PostgreSQL keeps at most one megabyte of words and their places for a text. */
    private static final int LONGEST = 250_000;

    private static final int LARGEST = 700_000;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Z}]+");

    private final Duration patience;

    Textauszug(Duration patience) {
        this.patience = patience;
    }

    /** Reads; the thread of a file that takes too long is given up. */
    public Gelesen read(String mediaType, byte[] content) {
        var art = Dateiart.of(mediaType);
        if (art.isEmpty()) {
            return new Gelesen.Nothing();
        }
        var reading = new FutureTask<>(() -> text(art.get(), content));
        Thread.ofPlatform().daemon().name("textauszug").start(reading);
        try {
            var text = tidied(reading.get(patience.toMillis(), TimeUnit.MILLISECONDS));
            return text.isEmpty() ? new Gelesen.Nothing() : new Gelesen.Text(text);
        } catch (ExecutionException e) {
            return new Gelesen.Broken(String.valueOf(e.getCause()));
        } catch (TimeoutException e) {
            reading.cancel(true);
            return new Gelesen.Broken("It took longer than " + patience);
        } catch (InterruptedException e) {
            reading.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Expected to read a file, but the application stops", e);
        }
    }

    private static String text(Dateiart art, byte[] content) throws IOException, SAXException, TikaException {
        return switch (art) {
            case PDF -> PdfText.read(content, LONGEST);
            case DOCX -> OfficeText.docx(content, LONGEST);
            case ODT -> OfficeText.odt(content, LONGEST);
            case TEXT -> Klartext.read(content, LONGEST);
            case JPEG, PNG, TIFF -> "";
        };
    }

    /** One blank between words, and nothing that cannot be seen: neither NUL nor the marks of highlighting. */
    private static String tidied(String text) {
        var tidy = UNSEEN.matcher(text).replaceAll(" ").strip();
        var kept = tidy.substring(0, Math.min(tidy.length(), LONGEST));
        while (kept.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            kept = kept.substring(0, kept.length() / 2);
        }
        return kept;
    }

    /** What was read. */
    public sealed interface Gelesen {

        /**
         * Some text.
         *
         * @param text one blank between words
         */
        record Text(String text) implements Gelesen {}

        /** The file has no text, or is of a kind that is not read. */
        record Nothing() implements Gelesen {}

        /**
         * The file cannot be read.
         *
         * @param reason why, for the log
         */
        record Broken(String reason) implements Gelesen {}
    }
}
