package de.amtsfluss.forms.aufgaben;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Aufgabe;
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
 * @param adresse the page of the Vorgang, or of the post
 * @param post whether it is about post that comes in
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
        @Nullable String adresse,
        boolean post,
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
                adresse(aufgabe),
                isAboutPost(aufgabe),
                Anzeige.priority(aufgabe.prioritaet()),
                Anzeige.isAboveNormal(aufgabe.prioritaet()),
                Anzeige.dateTime(aufgabe.erstelltAm()),
                due.map(Anzeige::dateTime).orElse(null),
                due.map(now::isAfter).orElse(false),
                aufgabe.bearbeiter());
    }

    /** Post has no Vorgang before somebody has decided about it, so its tasks lead to its own page. */
    private static @Nullable String adresse(Aufgabe aufgabe) {
        if (isAboutPost(aufgabe)) {
            return aufgabe.aktenzeichen() == null ? null : "/posteingang/" + aufgabe.aktenzeichen();
        }
        return aufgabe.vorgang() == null ? null : "/vorgaenge/" + aufgabe.vorgang();
    }

    private static boolean isAboutPost(Aufgabe aufgabe) {
        return aufgabe.verfahren().equals("posteingang");
    }
}
