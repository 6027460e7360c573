package de.amtsfluss.forms.auskunft;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Auskunft;
import java.time.LocalDate;

/**
 * A request in the list.
 *
 * @param id identifies it
 * @param zeichen its reference
 * @param name whom it is about
 * @param eingegangenAm the day it was received
 * @param fristAm the last day for the answer
 * @param zustand where it stands
 * @param ueberfaellig whether the period is over without an answer
 */
record Zeile(
        String id,
        String zeichen,
        String name,
        String eingegangenAm,
        String fristAm,
        String zustand,
        boolean ueberfaellig) {

    static Zeile of(Auskunft auskunft, LocalDate today) {
        return new Zeile(
                auskunft.id().toString(),
                auskunft.zeichen(),
                auskunft.person().name(),
                Anzeige.date(auskunft.eingegangenAm()),
                Anzeige.date(auskunft.fristAm()),
                Bezeichnungen.of(auskunft.zustand()),
                !auskunft.abgeschlossen() && auskunft.fristAm().isBefore(today));
    }
}
