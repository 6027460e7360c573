package de.amtsfluss.processes;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the process of a Geschäftsgang goes on, for its workers. */
public interface GeschaeftsgangAblauf {

    /**
     * Begins the next Stufe. A repeat with the same step of the engine gives the same Stufe; another process of the
     * same Geschäftsgang, started by a repeated message, gets none.
     *
     * @param processInstanceKey the process
     * @param elementInstanceKey the step of the engine that asks
     * @throws IllegalArgumentException if there is no such Geschäftsgang
     */
    Stufe begin(GeschaeftsgangId id, long processInstanceKey, long elementInstanceKey);

    /**
     * Says whether a signature was refused in the Stufe that was begun last, and ends its open steps then.
     *
     * @throws IllegalArgumentException if there is no such Geschäftsgang
     */
    boolean isRefused(GeschaeftsgangId id);

    /**
     * What is to be done next.
     *
     * @param weiter whether there is a Stufe
     * @param verfasser the login name of who gets the draft back if it is not signed
     * @param schritte the steps the Geschäftsgang waits for
     * @param kenntnisnahmen those it does not wait for
     */
    record Stufe(boolean weiter, String verfasser, List<Auftrag> schritte, List<Auftrag> kenntnisnahmen) {}

    /**
     * A step as the engine gets it.
     *
     * @param id the step
     * @param verfuegung what it asks for
     * @param person the login name of whom it asks, empty if it is a group
     * @param gruppen the group it asks, empty if it is a person
     * @param terminAm until when
     * @param wiedervorlageAm from when on, for a Wiedervorlage
     */
    record Auftrag(
            UUID id,
            Verfuegung verfuegung,
            String person,
            List<String> gruppen,
            @Nullable OffsetDateTime terminAm,
            @Nullable OffsetDateTime wiedervorlageAm) {}
}
