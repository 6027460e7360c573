package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.Aktensuche.Typ;
import de.amtsfluss.processes.Vorgang;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/**
 * What the index knows of a Vorgang or a document.
 *
 * @param id that of the Vorgang or the document
 * @param vorgang the Vorgang
 * @param typ what it is
 * @param titel the name of the document, or the subject
 * @param inhalt the text of the document
 * @param tag of when it is
 */
record Eintrag(UUID id, Vorgang vorgang, Typ typ, String titel, String inhalt, LocalDate tag) {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    static Eintrag of(Vorgang vorgang) {
        return new Eintrag(
                vorgang.id().value(),
                vorgang,
                Typ.VORGANG,
                vorgang.betreff(),
                "",
                LocalDate.ofInstant(vorgang.angelegtAm(), OFFICE));
    }

    /** What a filter can ask for. */
    Set<String> merkmale() {
        return Set.of(Merkmal.verfahren(vorgang.verfahren()), Merkmal.jahr(tag.getYear()), Merkmal.typ(typ));
    }
}
