package de.amtsfluss.processes;

/** Whatever keeps copies of what belongs to a Vorgang outside of this module, such as the print queue. */
public interface Vorgangskopien {

    /**
     * Erases them, in the caller's transaction, while the rows of the Vorgang in the {@link Versandregister} are still
     * there. A repeat changes nothing.
     */
    void erase(VorgangId vorgang);
}
