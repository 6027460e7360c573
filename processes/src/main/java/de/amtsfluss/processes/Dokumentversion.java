package de.amtsfluss.processes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a {@link Dokument}; it never changes.
 *
 * @param nummer from 1, the newest has the highest
 * @param name the file name
 * @param mediaType what kind of file it is
 * @param sha256 the checksum by SHA-256, lower-case hexadecimal
 * @param sha512 the checksum by SHA-512, absent for what was kept before there were versions
 * @param groesse the size in bytes
 * @param erstelltAm when it was made
 * @param erstelltVon who made it, a login name or a part of the system
 */
public record Dokumentversion(
        int nummer,
        String name,
        String mediaType,
        String sha256,
        @Nullable String sha512,
        long groesse,
        Instant erstelltAm,
        String erstelltVon) {}
