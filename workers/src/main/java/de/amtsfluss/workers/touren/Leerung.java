package de.amtsfluss.workers.touren;

import de.amtsfluss.processes.AusloeserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A container that is to be emptied: because there is an order, or because it is nearly full and lies on the way.
 *
 * @param containerId identifies the container
 * @param ort where it stands, in words
 * @param punkt where it stands
 * @param volumenLiter how much it holds
 * @param fuellstandProzent how full it is
 * @param faehigkeit what the vehicle must be able to do
 * @param auftrag the order, absent if there is none
 */
record Leerung(
        String containerId,
        String ort,
        Punkt punkt,
        int volumenLiter,
        double fuellstandProzent,
        String faehigkeit,
        @Nullable Auftrag auftrag) {

    /**
     * The order to empty it.
     *
     * @param id what asked for it; recognises it
     * @param aktenzeichen the reference of its Vorgang
     * @param fristAm until when the container must be emptied
     * @param sofort whether it waits for no other
     * @param prioritaet from 0 to 100
     */
    record Auftrag(AusloeserId id, String aktenzeichen, Instant fristAm, boolean sofort, int prioritaet) {}

    /** What the vehicle takes up, in litres. */
    int ladungLiter() {
        return (int) Math.ceil(volumenLiter * Math.clamp(fuellstandProzent, 0, 100) / 100);
    }

    boolean sofort() {
        return auftrag != null && auftrag.sofort();
    }

    /** Whether the emptying is late if it is done only then. */
    boolean isLate(Instant done) {
        return auftrag != null && done.isAfter(auftrag.fristAm());
    }
}
