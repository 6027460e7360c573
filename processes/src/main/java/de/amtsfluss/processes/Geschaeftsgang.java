package de.amtsfluss.processes;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way of a draft through the offices (xdomea 3.1: Geschaeftsgang), with its Laufweg.
 *
 * @param id identifies it
 * @param vorgang the Vorgang it belongs to
 * @param dokument the draft that is signed, absent if the Vorgang alone goes round
 * @param verfasser the login name of who started it and gets the draft back
 * @param status where it stands
 * @param stufe the Stufe that was begun last, 0 before the first
 * @param gestartetAm when it was started
 * @param beendetAm when it ended, absent while it lasts
 * @param schritte the Laufweg in the order of the numbers
 */
public record Geschaeftsgang(
        GeschaeftsgangId id,
        VorgangId vorgang,
        @Nullable DokumentId dokument,
        String verfasser,
        Status status,
        int stufe,
        Instant gestartetAm,
        @Nullable Instant beendetAm,
        List<Beteiligungsschritt> schritte) {

    /** Keeps its own copy of the Laufweg. */
    public Geschaeftsgang {
        schritte = List.copyOf(schritte);
    }

    /** Whether steps may still be entered and left out. */
    public boolean isOpen() {
        return status == Status.LAUFEND || status == Status.UEBERARBEITUNG;
    }

    /** Where a Geschäftsgang stands. */
    public enum Status {
        /** Its steps are taken one Stufe after the other. */
        LAUFEND,
        /** Somebody did not sign; the author has the draft. */
        UEBERARBEITUNG,
        /** No step is left. */
        ABGESCHLOSSEN,
        /** The author took the draft back. */
        ZURUECKGEZOGEN
    }
}
