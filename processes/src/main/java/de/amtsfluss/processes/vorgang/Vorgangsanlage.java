package de.amtsfluss.processes.vorgang;

import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.util.List;

/** Keeps Vorgaenge that are there before their process; in the caller's transaction. */
public interface Vorgangsanlage {

    /** Keeps a new Vorgang and gives it its reference. */
    Vorgang create(VorgangId id, NeuerVorgang wanted);

    /** Replaces those a Vorgang is about. */
    void replaceBeteiligte(VorgangId id, List<Beteiligter> beteiligte);
}
