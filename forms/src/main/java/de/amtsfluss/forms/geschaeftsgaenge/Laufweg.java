package de.amtsfluss.forms.geschaeftsgaenge;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.Beteiligungsschritt.Bearbeitung;
import de.amtsfluss.processes.Beteiligungsschritt.Status;
import de.amtsfluss.processes.Beteiligungsschritt.Vermerk;
import de.amtsfluss.processes.Geschaeftsgang;
import de.amtsfluss.processes.Verfuegung;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Geschäftsgang in words, as a page shows it.
 *
 * @param id identifies it
 * @param vorgang its Vorgang
 * @param status where it stands
 * @param offen whether steps may still be entered and left out
 * @param verfasser who started it
 * @param gestartetAm when
 * @param naechsteStufe the first Stufe that has not begun
 * @param letzteStufe the last one a step may be put in
 * @param zeilen the steps
 */
public record Laufweg(
        String id,
        String vorgang,
        String status,
        boolean offen,
        String verfasser,
        String gestartetAm,
        int naechsteStufe,
        int letzteStufe,
        List<Zeile> zeilen) {

    /** Writes a Geschäftsgang in words. */
    public static Laufweg of(Geschaeftsgang geschaeftsgang) {
        var last = geschaeftsgang.schritte().stream()
                .mapToInt(Beteiligungsschritt::stufe)
                .max()
                .orElse(0);
        return new Laufweg(
                geschaeftsgang.id().toString(),
                geschaeftsgang.vorgang().toString(),
                status(geschaeftsgang.status()),
                geschaeftsgang.isOpen(),
                geschaeftsgang.verfasser(),
                Anzeige.dateTime(geschaeftsgang.gestartetAm()),
                geschaeftsgang.stufe() + 1,
                last + 1,
                geschaeftsgang.schritte().stream().map(Zeile::of).toList());
    }

    private static String status(Geschaeftsgang.Status status) {
        return switch (status) {
            case LAUFEND -> "läuft";
            case UEBERARBEITUNG -> "zurück beim Verfasser";
            case ABGESCHLOSSEN -> "abgeschlossen";
            case ZURUECKGEZOGEN -> "zurückgezogen";
        };
    }

    /** What a Verfügung is called. */
    static String name(Verfuegung verfuegung) {
        return switch (verfuegung) {
            case ZUR_KENNTNIS -> "zur Kenntnis";
            case ZUR_MITZEICHNUNG -> "zur Mitzeichnung";
            case ZUR_BEARBEITUNG -> "zur Bearbeitung";
            case SCHLUSSZEICHNUNG -> "Schlusszeichnung";
            case RUECKSPRACHE -> "Rücksprache";
            case WIEDERVORLAGE -> "Wiedervorlage";
            case ZU_DEN_AKTEN -> "zu den Akten (zdA)";
        };
    }

    /**
     * A step in words.
     *
     * @param id identifies it
     * @param nummer its place
     * @param stufe what is taken at the same time has the same
     * @param verfuegung what it asks for
     * @param wer whom it asks
     * @param status where it stands
     * @param termin until when
     * @param notiz what the one who is asked needs to know
     * @param vermerk how it ended
     * @param bearbeiter who ended it, with the person who was stood in for
     * @param am when
     * @param begruendung what that person wrote
     * @param zukuenftig whether it may still be left out
     * @param verschiebbar whether it is a Wiedervorlage that has not ended
     */
    public record Zeile(
            String id,
            int nummer,
            int stufe,
            String verfuegung,
            String wer,
            String status,
            @Nullable String termin,
            @Nullable String notiz,
            @Nullable String vermerk,
            @Nullable String bearbeiter,
            @Nullable String am,
            @Nullable String begruendung,
            boolean zukuenftig,
            boolean verschiebbar) {

        static Zeile of(Beteiligungsschritt schritt) {
            var done = schritt.bearbeitung();
            var termin = schritt.termin();
            return new Zeile(
                    schritt.id().toString(),
                    schritt.nummer(),
                    schritt.stufe(),
                    name(schritt.verfuegung()),
                    schritt.adressat().name(),
                    status(schritt.status()),
                    termin == null ? null : Anzeige.date(termin),
                    schritt.notiz(),
                    done == null ? null : vermerk(done.vermerk()),
                    done == null ? null : bearbeiter(done),
                    done == null ? null : Anzeige.dateTime(done.am()),
                    done == null ? null : done.begruendung(),
                    schritt.status() == Status.ZUKUENFTIG,
                    schritt.verfuegung() == Verfuegung.WIEDERVORLAGE && done == null);
        }

        /** What ended because of something else was ended by nobody. */
        private static @Nullable String bearbeiter(Bearbeitung bearbeitung) {
            if (bearbeitung.vermerk() == Vermerk.ABGEBROCHEN) {
                return null;
            }
            return bearbeitung.fuer() == null
                    ? bearbeitung.bearbeiter()
                    : "%s i. V. für %s".formatted(bearbeitung.bearbeiter(), bearbeitung.fuer());
        }

        private static String status(Status status) {
            return switch (status) {
                case ZUKUENFTIG -> "zukünftig";
                case AKTUELL -> "aktuell";
                case ABGESCHLOSSEN -> "abgeschlossen";
                case UEBERSPRUNGEN -> "übersprungen";
            };
        }

        private static String vermerk(Vermerk vermerk) {
            return switch (vermerk) {
                case GESEHEN -> "gesehen";
                case GEZEICHNET -> "gezeichnet";
                case GEZEICHNET_MIT_AENDERUNG -> "gezeichnet mit Änderung";
                case NICHT_GEZEICHNET -> "nicht gezeichnet";
                case ERLEDIGT -> "erledigt";
                case UEBERSPRUNGEN -> "übersprungen";
                case ABGEBROCHEN -> "abgebrochen";
            };
        }
    }
}
