package de.amtsfluss.workers.documents;

import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.workers.documents.pdf.PdfDrawing;
import de.amtsfluss.workers.documents.template.FilledLetter;
import de.amtsfluss.workers.documents.template.LetterFiles;
import de.amtsfluss.workers.documents.template.LetterTemplates;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;

/** Writes letters by their templates. It is public so that the benchmark can measure it. */
public final class Letters {

    private final LetterTemplates templates;
    private final Clock clock;

    /**
     * Letters of the given files.
     *
     * @param files the templates
     * @param clock gives the date of the letters
     */
    public Letters(LetterFiles files, Clock clock) {
        this.templates = new LetterTemplates(files);
        this.clock = clock;
    }

    /**
     * Writes a letter for paper and file, as PDF/A-2u.
     *
     * @param template procedure and template, for example {@code container-leeren/container-protokoll}
     * @param vorgang whose data are filled in
     * @param id identifies the document
     * @return the file
     */
    public Written pdf(String template, Vorgang vorgang, UUID id) {
        var now = clock.instant();
        var letter = templates.forPaper(template, vorgang, now);
        return written(letter, "pdf", "application/pdf", PdfDrawing.of(letter, now, id));
    }

    /**
     * Writes the same letter for screens, screen readers and small displays, as HTML (EN 301 549, chapter 10).
     *
     * @param template procedure and template
     * @param vorgang whose data are filled in
     * @return the file
     */
    public Written html(String template, Vorgang vorgang) {
        var letter = templates.forScreen(template, vorgang, clock.instant());
        return written(letter, "html", "text/html", HtmlRendition.of(letter).getBytes(StandardCharsets.UTF_8));
    }

    private static Written written(FilledLetter letter, String ending, String mediaType, byte[] content) {
        return new Written(
                letter.template(), letter.version(), "%s.%s".formatted(letter.fileName(), ending), mediaType, content);
    }

    /**
     * A letter as file.
     *
     * @param template procedure and template that made it
     * @param version the checksum of the files that made it
     * @param fileName the file name, with its ending
     * @param mediaType for example {@code application/pdf}
     * @param content its bytes
     */
    public record Written(String template, String version, String fileName, String mediaType, byte[] content) {}
}
