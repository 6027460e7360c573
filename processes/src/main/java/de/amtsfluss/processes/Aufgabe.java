package de.amtsfluss.processes;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something a person has to do.
 *
 * @param key identifies it
 * @param bezeichnung what to do, the name of the step in the model
 * @param verfahren the procedure
 * @param vorgang the Vorgang it belongs to, absent if its process has none
 * @param aktenzeichen the reference of the Vorgang
 * @param betreff the subject of the Vorgang
 * @param bearbeiter who has claimed it
 * @param gruppen the groups whose members may claim it
 * @param prioritaet 0 to 100, the more urgent the higher
 * @param erstelltAm since when it waits
 * @param faelligAm until when it should be done
 * @param formular the form to be filled in
 */
public record Aufgabe(
        AufgabeKey key,
        String bezeichnung,
        String verfahren,
        @Nullable VorgangId vorgang,
        @Nullable String aktenzeichen,
        @Nullable String betreff,
        @Nullable String bearbeiter,
        Set<String> gruppen,
        int prioritaet,
        Instant erstelltAm,
        @Nullable Instant faelligAm,
        @Nullable String formular) {}
