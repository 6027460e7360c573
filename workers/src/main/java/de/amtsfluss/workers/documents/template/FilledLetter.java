package de.amtsfluss.workers.documents.template;

import java.util.Map;
import org.w3c.dom.Document;

/**
 * A letter with all its values, not drawn yet.
 *
 * @param template procedure and template
 * @param version the checksum of the files that made it
 * @param title what it is
 * @param author the office
 * @param fileName how its file is named, without ending
 * @param markup its text; it is held to {@link MarkupRules}
 * @param pictures the pictures of the letters' folders, and those drawn for it, by their path
 */
public record FilledLetter(
        String template,
        String version,
        String title,
        String author,
        String fileName,
        Document markup,
        Map<String, byte[]> pictures) {}
