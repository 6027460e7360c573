package de.amtsfluss.workers.touren;

import de.amtsfluss.processes.AusloeserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tour as it is kept.
 *
 * @param id recognises it; its process was started by it
 * @param fraktion the kind of waste
 * @param bezirk the district
 * @param fahrzeug the name of the vehicle
 * @param status where it stands
 * @param beginnAm when the vehicle leaves
 * @param endeAm when it is back
 * @param meter how long the way was planned
 * @param stopps all stops, also those that were struck
 */
record GeplanteTour(
        UUID id,
        String fraktion,
        String bezirk,
        String fahrzeug,
        Status status,
        Instant beginnAm,
        Instant endeAm,
        int meter,
        List<Stopp> stopps) {

    /** Where a tour stands. */
    enum Status {
        /** Its vehicle has not left. */
        GEPLANT,
        /** It is driven. */
        UNTERWEGS,
        /** It is over, or nothing was left to drive for. */
        BEENDET
    }

    /** What became of a stop. */
    enum Ergebnis {
        /** Nobody has said so yet. */
        OFFEN,
        /** It was no longer needed when the vehicle left. */
        GESTRICHEN,
        /** The container was emptied. */
        GELEERT,
        /** The container was not emptied. */
        NICHT_GELEERT
    }

    /** The stops that are driven to. */
    List<Stopp> driven() {
        return stopps.stream()
                .filter(stopp -> stopp.ergebnis() != Ergebnis.GESTRICHEN)
                .toList();
    }

    /**
     * A stop; see {@link Leerung} and {@link Tour.Halt}.
     *
     * @param nummer its number on the driver's sheet, which it keeps when others are struck
     * @param containerId identifies the container
     * @param ort where it stands, in words
     * @param punkt where it stands
     * @param volumenLiter how much it holds
     * @param fuellstandProzent how full it was
     * @param auftrag the order, absent if there is none
     * @param aktenzeichen the reference of the order
     * @param fristAm the deadline of the order
     * @param sofort whether it waits for no other
     * @param ankunftAm when the vehicle was planned to be there
     * @param verspaetet whether that is too late for the order
     * @param ergebnis what became of it
     */
    record Stopp(
            int nummer,
            String containerId,
            String ort,
            Punkt punkt,
            int volumenLiter,
            double fuellstandProzent,
            @Nullable AusloeserId auftrag,
            @Nullable String aktenzeichen,
            @Nullable Instant fristAm,
            boolean sofort,
            Instant ankunftAm,
            boolean verspaetet,
            Ergebnis ergebnis) {

        /** As the Vorgang keeps it and templates read it. */
        Map<String, Object> daten() {
            var daten = new LinkedHashMap<String, Object>();
            daten.put("nummer", nummer);
            daten.put("containerId", containerId);
            daten.put("ort", ort);
            daten.put("breite", punkt.breite());
            daten.put("laenge", punkt.laenge());
            daten.put("volumenLiter", volumenLiter);
            daten.put("fuellstandProzent", fuellstandProzent);
            daten.put("ankunftAm", ankunftAm.toString());
            daten.put("sofort", sofort);
            daten.put("verspaetet", verspaetet);
            if (aktenzeichen != null && fristAm != null) {
                daten.put("aktenzeichen", aktenzeichen);
                daten.put("fristAm", fristAm.toString());
            }
            return daten;
        }

        /** For people, in a line. */
        String zeile() {
            return "%d: %s (%s)".formatted(nummer, ort, containerId);
        }
    }
}
