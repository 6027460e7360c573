package de.amtsfluss.processes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A unit of the {@link Aktenplan} (xdomea 3.1: Aktenplaneinheit).
 *
 * @param kennzeichen its reference, for example {@code 700.3-70.41}; the first part of an Aktenzeichen
 * @param bezeichnung what belongs there
 * @param uebergeordnet the reference of the unit it is part of, absent at the top
 * @param aussonderungsart what becomes of its Akten in the end
 * @param aufbewahrungsjahre how many years an Akte is kept after it was closed to the files, absent if without end
 * @param stillgelegt whether no new Akte may be made there
 * @param gueltigVon the first day on which it is used, absent if it always was
 * @param gueltigBis the last day on which it is used, absent if no end is known
 */
public record Aktenplaneinheit(
        String kennzeichen,
        String bezeichnung,
        @Nullable String uebergeordnet,
        Aussonderungsart aussonderungsart,
        @Nullable Integer aufbewahrungsjahre,
        boolean stillgelegt,
        @Nullable LocalDate gueltigVon,
        @Nullable LocalDate gueltigBis) {

    /** Whether a new Akte may be made there on this day. */
    public boolean isOpenOn(LocalDate day) {
        return !stillgelegt
                && (gueltigVon == null || !day.isBefore(gueltigVon))
                && (gueltigBis == null || !day.isAfter(gueltigBis));
    }
}
