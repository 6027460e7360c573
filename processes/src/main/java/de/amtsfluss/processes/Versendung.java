package de.amtsfluss.processes;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One dispatch of something to somebody by one way. It names no person: who the recipient is, is looked up when it goes
 * out.
 *
 * @param id identifies it
 * @param ursprung the first of those it replaces, which the process knows; the same as {@code id} if it replaces none
 * @param vorgang the Vorgang it belongs to
 * @param dokument the document that is sent; without one, only the text is
 * @param template the text that goes with it
 * @param angaben what the text names beside the Vorgang; no personal data
 * @param empfaenger the role of the recipient, or the name of a configured one
 * @param weg how it goes
 * @param hauptsache whether the process waits for it; otherwise it only draws attention to another
 * @param zustand where it stands
 * @param versuche how often it has failed
 * @param fehler why the last attempt failed, without personal data
 * @param versandtAm the day on which it was handed over
 * @param ersetztDurch what was sent instead
 */
public record Versendung(
        UUID id,
        UUID ursprung,
        VorgangId vorgang,
        @Nullable DokumentId dokument,
        String template,
        Map<String, @Nullable Object> angaben,
        String empfaenger,
        Versandweg weg,
        boolean hauptsache,
        Zustand zustand,
        int versuche,
        @Nullable String fehler,
        @Nullable LocalDate versandtAm,
        @Nullable UUID ersetztDurch) {

    /** Where a dispatch stands. */
    public enum Zustand {
        /** It waits to be sent, for the first time or again. */
        VORGEMERKT,
        /** It is in a print batch that has not been handed over to the post. */
        IM_DRUCK,
        /** It has left the office: it lies in the inbox, or mail server, post or the other system have taken it. */
        UEBERGEBEN,
        /** It could not be sent and is not tried again. */
        FEHLGESCHLAGEN,
        /** It did not reach the recipient; what replaces it is on its way. */
        ZURUECKGEKOMMEN,
        /** It did not reach the recipient, and what replaces it has left the office. */
        ERSETZT
    }
}
