package de.amtsfluss.processes;

import java.util.Set;
import java.util.UUID;

/** Whatever keeps copies of what belongs to a Vorgang outside of this module, such as the print queue. */
public interface Vorgangskopien {

    /**
     * Erases them, in the caller's transaction. A repeat changes nothing.
     *
     * @param vorgang what is erased
     * @param versendungen the ids of its dispatches in the {@link Versandregister}
     */
    void erase(VorgangId vorgang, Set<UUID> versendungen);
}
