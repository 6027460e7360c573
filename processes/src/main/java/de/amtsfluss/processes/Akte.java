package de.amtsfluss.processes;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Akte: the Vorgaenge of one matter with their documents (xdomea 3.1: Akte).
 *
 * @param id identifies it
 * @param kennzeichen its reference, given once
 * @param betreff what it is about
 * @param aktenplaneinheit the reference of its unit of the Aktenplan
 * @param vertraulichkeit who may read it at all
 * @param medium on what it is kept
 * @param laufzeitBeginn when it was begun
 * @param laufzeitEnde when it was closed to the files, absent while it is open
 * @param zdaAm when it was closed to the files („zu den Akten“), absent while it is open
 * @param aufbewahrungsende the last day on which it must be kept, absent while it is open or if that has no end
 * @param loeschsperre whether it must not be deleted, for example since a court asks for it
 * @param vorgaenge its Vorgaenge, the oldest first
 */
public record Akte(
        AkteId id,
        String kennzeichen,
        String betreff,
        String aktenplaneinheit,
        Vertraulichkeit vertraulichkeit,
        Medium medium,
        LocalDate laufzeitBeginn,
        @Nullable LocalDate laufzeitEnde,
        @Nullable LocalDate zdaAm,
        @Nullable LocalDate aufbewahrungsende,
        boolean loeschsperre,
        List<VorgangId> vorgaenge) {

    /** Keeps its own copy of the Vorgaenge. */
    public Akte {
        vorgaenge = List.copyOf(vorgaenge);
    }

    /** On what an Akte is kept (code list of xdomea 3.1). */
    public enum Medium {
        /** All of it is in the system. */
        ELEKTRONISCH("001"),
        /** Some of it is on paper. */
        HYBRID("002"),
        /** All of it is on paper. */
        PAPIER("003");

        private final String code;

        Medium(String code) {
            this.code = code;
        }

        /** The number in xdomea. */
        public String code() {
            return code;
        }
    }
}
