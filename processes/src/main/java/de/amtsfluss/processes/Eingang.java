package de.amtsfluss.processes;

import de.amtsfluss.processes.Dokumentblatt.Richtung;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file that somebody hands in.
 *
 * @param vorgang the Vorgang it is for
 * @param dokument the draft it is a new version of, absent for a new document
 * @param name its name as the sender wrote it
 * @param declaredMediaType what kind of file the sender says it is, absent if nothing was said
 * @param richtung which way it went; what came in is filed at once
 * @param posteingangAm when it came in, absent if it did not
 */
public record Eingang(
        VorgangId vorgang,
        @Nullable DokumentId dokument,
        String name,
        @Nullable String declaredMediaType,
        Richtung richtung,
        @Nullable LocalDate posteingangAm) {}
