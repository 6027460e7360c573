package de.amtsfluss.forms.aussonderung;

import de.amtsfluss.forms.anzeige.Angabe;
import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aussonderung;
import de.amtsfluss.processes.Aussonderung.Schritt;
import de.amtsfluss.processes.Aussonderung.Stand;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.Loeschnachweis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A list in words.
 *
 * @param id identifies it
 * @param nummer its number
 * @param stand where it stands
 * @param anzahl how many entries
 * @param erstelltAm when it was made
 * @param angaben what there is to say of it
 * @param darf what the person may do with it now
 */
record AussonderungSicht(
        String id, String nummer, String stand, int anzahl, String erstelltAm, List<Angabe> angaben, Darf darf) {

    static AussonderungSicht of(Aussonderung list, Akteur akteur) {
        var angaben = new ArrayList<Angabe>();
        angaben.add(new Angabe("Stand", Worte.of(list.stand())));
        add(angaben, "Erstellt", list.erstellt());
        add(angaben, "Angeboten", list.angeboten());
        add(angaben, "Bewertet", list.bewertet());
        add(angaben, "Übergeben", list.uebergeben());
        var completed = list.abgeschlossenAm();
        if (completed != null) {
            angaben.add(new Angabe("Abgeschlossen", Anzeige.dateTime(completed)));
        }
        return new AussonderungSicht(
                list.id().toString(),
                list.nummer(),
                Worte.of(list.stand()),
                list.anzahl(),
                Anzeige.dateTime(list.erstellt().am()),
                angaben,
                Darf.of(list.stand(), akteur));
    }

    private static void add(List<Angabe> angaben, String label, @Nullable Schritt schritt) {
        if (schritt != null) {
            angaben.add(new Angabe(label, "%s von %s".formatted(Anzeige.dateTime(schritt.am()), schritt.von())));
        }
    }

    /**
     * What the person may do with the list now; the service asks again.
     *
     * @param anbieten offer it
     * @param bewerten appraise its entries
     * @param uebergeben hand it over
     * @param abholen fetch the file for the archive
     * @param bestaetigen say what became of the import
     * @param loeschen order the erasure
     * @param zurueckstellen take entries off
     */
    record Darf(
            boolean anbieten,
            boolean bewerten,
            boolean uebergeben,
            boolean abholen,
            boolean bestaetigen,
            boolean loeschen,
            boolean zurueckstellen) {

        static Darf of(Stand stand, Akteur akteur) {
            var registratur = akteur.gruppen().contains("registratur");
            var archiv = akteur.gruppen().contains("archiv");
            return new Darf(
                    registratur && stand == Stand.ERSTELLT,
                    archiv && stand == Stand.ANGEBOTEN,
                    registratur && stand == Stand.BEWERTET,
                    archiv && stand == Stand.UEBERGEBEN,
                    archiv && stand == Stand.UEBERGEBEN,
                    registratur && (stand == Stand.BEWERTET || stand == Stand.UEBERGEBEN),
                    registratur && stand != Stand.ABGESCHLOSSEN);
        }
    }

    /**
     * An entry in words.
     *
     * @param id identifies it
     * @param nummer its place
     * @param kennzeichen its reference
     * @param betreff what it is about
     * @param laufzeit from when until when
     * @param aussonderungsart what the Aktenplan says
     * @param vorschlag what is proposed
     * @param stand where it stands, with what the archive said
     * @param offen whether the archive may still decide
     * @param importOffen whether the archive takes it over and has not said that it has it
     * @param zurueckstellbar whether it can be taken off
     */
    record Zeile(
            String id,
            int nummer,
            String kennzeichen,
            String betreff,
            String laufzeit,
            String aussonderungsart,
            String vorschlag,
            String stand,
            boolean offen,
            boolean importOffen,
            boolean zurueckstellbar) {

        static Zeile of(Aussonderungseintrag eintrag) {
            var stand = eintrag.stand();
            var open = stand == Aussonderungseintrag.Stand.OFFEN || stand == Aussonderungseintrag.Stand.BEWERTET;
            var failed = stand == Aussonderungseintrag.Stand.FEHLGESCHLAGEN;
            return new Zeile(
                    eintrag.id().toString(),
                    eintrag.nummer(),
                    eintrag.kennzeichen(),
                    Optional.ofNullable(eintrag.betreff()).orElse("ohne Betreff"),
                    "%s bis %s, aufzubewahren bis %s"
                            .formatted(
                                    Anzeige.date(eintrag.laufzeitBeginn()),
                                    Anzeige.date(eintrag.laufzeitEnde()),
                                    Anzeige.date(eintrag.aufbewahrungsende())),
                    Worte.of(eintrag.aussonderungsart()),
                    eintrag.vorschlag().map(Worte::of).orElse("keiner, das Archiv entscheidet"),
                    stand(eintrag),
                    open,
                    eintrag.bewertung() == Bewertung.ARCHIVWUERDIG
                            && (failed || stand == Aussonderungseintrag.Stand.BEWERTET),
                    open || failed || stand == Aussonderungseintrag.Stand.UEBERNOMMEN);
        }

        private static String stand(Aussonderungseintrag eintrag) {
            var words = new ArrayList<String>();
            words.add(Worte.of(eintrag.stand()));
            var bewertung = eintrag.bewertung();
            if (bewertung != null) {
                words.add(Worte.of(bewertung));
            }
            if (eintrag.archivkennung() != null) {
                words.add("Archivkennung " + eintrag.archivkennung());
            }
            if (eintrag.importfehler() != null) {
                words.add("Grund: " + eintrag.importfehler());
            }
            return String.join(", ", words);
        }
    }

    /**
     * A proof in words.
     *
     * @param satz that, when and why
     * @param mehr who decided, who erased, and what
     */
    record Nachweis(String satz, String mehr) {

        static Nachweis of(Loeschnachweis nachweis) {
            var done = nachweis.geloeschtAm();
            return new Nachweis(
                    nachweis.satz(),
                    "Bewertet %s von %s, Löschung angeordnet %s von %s, %s. Dokumente: %d. Vernichteter Schlüssel: %s"
                            .formatted(
                                    Anzeige.dateTime(nachweis.bewertet().am()),
                                    nachweis.bewertet().von(),
                                    Anzeige.dateTime(nachweis.angeordnet().am()),
                                    nachweis.angeordnet().von(),
                                    done == null ? "noch nicht fertig" : "fertig " + Anzeige.dateTime(done),
                                    nachweis.dokumente(),
                                    nachweis.vorgang()));
        }
    }
}
