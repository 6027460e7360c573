package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.AkteId;
import de.amtsfluss.processes.VorgangId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that may have to be listed.
 *
 * @param akte the Akte, absent for a Vorgang without one
 * @param vorgaenge its Vorgaenge
 * @param kennzeichen its reference
 * @param einheit its unit of the Aktenplan
 * @param beginn when it was begun
 * @param ende when it was closed
 * @param aufbewahrungsende the last day on which it must be kept; of a Vorgang without an Akte its procedure says that
 */
record Kandidat(
        @Nullable AkteId akte,
        List<VorgangId> vorgaenge,
        String kennzeichen,
        String einheit,
        LocalDate beginn,
        LocalDate ende,
        @Nullable LocalDate aufbewahrungsende) {}
