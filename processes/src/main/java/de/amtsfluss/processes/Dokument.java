package de.amtsfluss.processes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document of a Vorgang, without its content.
 *
 * @param id identifies it
 * @param vorgang the Vorgang it belongs to
 * @param name the file name shown to people
 * @param mediaType for example {@code application/pdf}
 * @param sha256 the checksum of the content, lower-case hexadecimal
 * @param groesse the size in bytes
 * @param erstelltAm when it was made
 * @param abgelegtAm when it was filed and so became immutable, absent for a draft
 */
public record Dokument(
        DokumentId id,
        VorgangId vorgang,
        String name,
        String mediaType,
        String sha256,
        long groesse,
        Instant erstelltAm,
        @Nullable Instant abgelegtAm) {}
