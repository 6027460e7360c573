package de.amtsfluss.forms.geschaeftsgaenge;

import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.Beteiligungsschritt.Adressat;
import de.amtsfluss.processes.Beteiligungsschritt.Bearbeitung;
import de.amtsfluss.processes.Geschaeftsgang;
import de.amtsfluss.processes.Verfuegung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Geschäftsgang for machines.
 *
 * @param id identifies it
 * @param vorgang the Vorgang it belongs to
 * @param dokument the draft
 * @param verfasser the login name of its author
 * @param status where it stands
 * @param stufe the Stufe that was begun last
 * @param gestartetAm when it was started
 * @param beendetAm when it ended
 * @param schritte the Laufweg
 */
record GeschaeftsgangJson(
        String id,
        String vorgang,
        @Nullable String dokument,
        String verfasser,
        Geschaeftsgang.Status status,
        int stufe,
        Instant gestartetAm,
        @Nullable Instant beendetAm,
        List<Schritt> schritte) {

    static GeschaeftsgangJson of(Geschaeftsgang geschaeftsgang) {
        var dokument = geschaeftsgang.dokument();
        return new GeschaeftsgangJson(
                geschaeftsgang.id().toString(),
                geschaeftsgang.vorgang().toString(),
                dokument == null ? null : dokument.toString(),
                geschaeftsgang.verfasser(),
                geschaeftsgang.status(),
                geschaeftsgang.stufe(),
                geschaeftsgang.gestartetAm(),
                geschaeftsgang.beendetAm(),
                geschaeftsgang.schritte().stream().map(Schritt::of).toList());
    }

    /**
     * A step.
     *
     * @param id identifies it
     * @param nummer its place, consecutive
     * @param stufe what is taken at the same time has the same
     * @param status where it stands
     * @param verfuegung what it asks for
     * @param person the login name of whom it asks
     * @param gruppe the group it asks
     * @param termin until when, or for a Wiedervorlage from when on
     * @param notiz what the one who is asked needs to know
     * @param ersteller who entered it
     * @param bearbeitung how it ended
     */
    record Schritt(
            String id,
            int nummer,
            int stufe,
            Beteiligungsschritt.Status status,
            Verfuegung verfuegung,
            @Nullable String person,
            @Nullable String gruppe,
            @Nullable LocalDate termin,
            @Nullable String notiz,
            String ersteller,
            @Nullable Bearbeitung bearbeitung) {

        static Schritt of(Beteiligungsschritt schritt) {
            var adressat = schritt.adressat();
            return new Schritt(
                    schritt.id().toString(),
                    schritt.nummer(),
                    schritt.stufe(),
                    schritt.status(),
                    schritt.verfuegung(),
                    adressat instanceof Adressat.Person ? adressat.name() : null,
                    adressat instanceof Adressat.Gruppe ? adressat.name() : null,
                    schritt.termin(),
                    schritt.notiz(),
                    schritt.ersteller(),
                    schritt.bearbeitung());
        }
    }
}
