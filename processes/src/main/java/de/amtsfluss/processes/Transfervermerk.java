package de.amtsfluss.processes;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The note on how paper became a file (BSI TR-03138 RESISCAN, Transfervermerk; which fields the city asks for is to be
 * confirmed). The checksum that the note is tied to is kept with each {@link Posteingang.Anlage}.
 *
 * @param ersteller who scanned
 * @param stelle the place that scans, the organisational surroundings
 * @param scanner the device, the technical surroundings
 * @param profil the profile of the scan
 * @param dpi the resolution, absent if unknown
 * @param gescanntAm when it was scanned, absent if unknown
 * @param auffaelligkeiten what was conspicuous, for example a torn page; empty if nothing was
 * @param qualitaetssicherung what the quality assurance said
 * @param uebereinstimmung whether picture and content agree with the original
 * @param vollstaendig whether all pages are there
 */
public record Transfervermerk(
        String ersteller,
        String stelle,
        String scanner,
        String profil,
        @Nullable Integer dpi,
        @Nullable Instant gescanntAm,
        String auffaelligkeiten,
        Qualitaetssicherung qualitaetssicherung,
        boolean uebereinstimmung,
        boolean vollstaendig) {

    /** What became of the quality assurance (TR-03138, phase Nachbearbeitung). */
    public enum Qualitaetssicherung {
        /** Nobody has looked yet. */
        OFFEN,
        /** The scan is as good as the paper. */
        BESTANDEN,
        /** It is not; the paper has to be scanned again. */
        NICHT_BESTANDEN
    }
}
