package de.amtsfluss.forms.aufgaben;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Aufgabe;
import de.amtsfluss.processes.VorgangId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task in words, as a page shows it.
 *
 * @param key identifies it
 * @param bezeichnung what to do
 * @param betreff what the Vorgang is about
 * @param aktenzeichen the reference of the Vorgang
 * @param vorgang the Vorgang
 * @param prioritaet its priority in a word
 * @param dringend whether the priority is above normal
 * @param erstelltAm since when it waits
 * @param faelligAm until when it should be done
 * @param ueberfaellig whether that moment has passed
 * @param bearbeiter who has claimed it
 */
record AufgabeRow(
        String key,
        String bezeichnung,
        @Nullable String betreff,
        @Nullable String aktenzeichen,
        @Nullable VorgangId vorgang,
        String prioritaet,
        boolean dringend,
        String erstelltAm,
        @Nullable String faelligAm,
        boolean ueberfaellig,
        @Nullable String bearbeiter) {

    static AufgabeRow of(Aufgabe aufgabe, Instant now) {
        var due = Optional.ofNullable(aufgabe.faelligAm());
        return new AufgabeRow(
                aufgabe.key().toString(),
                aufgabe.bezeichnung(),
                aufgabe.betreff(),
                aufgabe.aktenzeichen(),
                aufgabe.vorgang(),
                Anzeige.priority(aufgabe.prioritaet()),
                Anzeige.isAboveNormal(aufgabe.prioritaet()),
                Anzeige.dateTime(aufgabe.erstelltAm()),
                due.map(Anzeige::dateTime).orElse(null),
                due.map(now::isAfter).orElse(false),
                aufgabe.bearbeiter());
    }
}
