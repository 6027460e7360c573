package de.amtsfluss.forms.akten;

import de.amtsfluss.forms.anzeige.Angabe;
import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Akte;
import de.amtsfluss.processes.Akten.Verfuegung;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Protokolleintrag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An Akte in words.
 *
 * @param id identifies it
 * @param kennzeichen its reference
 * @param betreff what it is about
 * @param zda whether it is closed to the files
 * @param loeschsperre whether it must not be deleted
 * @param angaben what there is to say of it
 */
record AkteSicht(
        String id, String kennzeichen, String betreff, boolean zda, boolean loeschsperre, List<Angabe> angaben) {

    static AkteSicht of(Akte akte) {
        var angaben = new ArrayList<Angabe>();
        angaben.add(new Angabe("Aktenplan", akte.aktenplaneinheit()));
        angaben.add(new Angabe("Vertraulichkeit", Bezeichnungen.of(akte.vertraulichkeit())));
        angaben.add(new Angabe("Medium", Bezeichnungen.of(akte.medium())));
        angaben.add(new Angabe("Begonnen am", Anzeige.date(akte.laufzeitBeginn())));
        var zdaAm = akte.zdaAm();
        if (zdaAm != null) {
            var ende = akte.aufbewahrungsende();
            angaben.add(new Angabe("Zu den Akten am", Anzeige.date(zdaAm)));
            angaben.add(new Angabe("Aufzubewahren bis", ende == null ? "unbefristet" : Anzeige.date(ende)));
        }
        angaben.add(new Angabe("Löschsperre", akte.loeschsperre() ? "ja" : "nein"));
        return new AkteSicht(
                akte.id().toString(), akte.kennzeichen(), akte.betreff(), zdaAm != null, akte.loeschsperre(), angaben);
    }

    /**
     * A Vorgang of the Akte with its documents.
     *
     * @param id identifies it
     * @param aktenzeichen its reference
     * @param betreff what it is about
     * @param dokumente its documents
     */
    record Vorgangsakte(String id, String aktenzeichen, String betreff, List<DokumentSicht> dokumente) {}

    /**
     * A line of the history.
     *
     * @param was what happened
     * @param mehr when and by whom, and why
     */
    record Zeile(String was, String mehr) {

        static Zeile of(Verfuegung verfuegung) {
            var grund = verfuegung.grund();
            return new Zeile(
                    Bezeichnungen.of(verfuegung.art()),
                    "%s von %s%s"
                            .formatted(
                                    Anzeige.dateTime(verfuegung.verfuegtAm()),
                                    verfuegung.verfuegtVon(),
                                    grund == null ? "" : ": " + grund));
        }

        static Zeile of(Protokolleintrag entry) {
            return new Zeile(
                    "%s %s%s".formatted(object(entry.was()), action(entry.was()), change(entry.was())),
                    "%s von %s"
                            .formatted(
                                    Anzeige.dateTime(entry.zeit()), entry.wer().kennung()));
        }

        private static String object(Handlung was) {
            return capitalized(was.objektart().name());
        }

        private static String action(Handlung was) {
            return was.aktion()
                    .name()
                    .toLowerCase(Locale.GERMANY)
                    .replace("ae", "ä")
                    .replace("ue", "ü");
        }

        /** The checksums of documents say nothing to a reader. */
        private static String change(Handlung was) {
            var name = was.metadatum();
            if (name == null || name.startsWith("sha")) {
                return "";
            }
            var before = was.alterWert();
            var after = was.neuerWert();
            return ", %s%s%s"
                    .formatted(name, before == null ? "" : " bisher " + before, after == null ? "" : " jetzt " + after);
        }

        private static String capitalized(String name) {
            return name.charAt(0) + name.substring(1).toLowerCase(Locale.GERMANY);
        }
    }
}
