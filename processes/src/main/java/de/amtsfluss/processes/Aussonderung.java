package de.amtsfluss.processes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A list of what need not be kept any longer and is offered to the archive (xdomea 3.1: Anbieteverzeichnis).
 *
 * @param id identifies it
 * @param nummer its number, for example {@code AV-2026-0003}
 * @param stand where it stands
 * @param erstellt when it was made, and by whom
 * @param angeboten when it was offered
 * @param bewertet when the archive had decided about all of it
 * @param uebergeben when it was handed over
 * @param abgeschlossenAm when the last entry was erased
 * @param anzahl how many entries there are, without those that were set aside
 */
public record Aussonderung(
        AussonderungId id,
        String nummer,
        Stand stand,
        Schritt erstellt,
        @Nullable Schritt angeboten,
        @Nullable Schritt bewertet,
        @Nullable Schritt uebergeben,
        @Nullable Instant abgeschlossenAm,
        int anzahl) {

    /** Where a list stands. */
    public enum Stand {
        /** Entries are gathered. */
        ERSTELLT,
        /** The archive decides. */
        ANGEBOTEN,
        /** The archive has decided; what it declined may be erased. */
        BEWERTET,
        /** The archive can fetch what it takes over; what it confirmed may be erased. */
        UEBERGEBEN,
        /** All is erased. */
        ABGESCHLOSSEN
    }

    /**
     * Something that was done with the list.
     *
     * @param am when
     * @param von the login name of who did it, or the part of the system
     */
    public record Schritt(Instant am, String von) {}
}
