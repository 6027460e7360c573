package de.amtsfluss.forms.aussonderung;

import de.amtsfluss.processes.Aussonderung;
import de.amtsfluss.processes.Aussonderung.Schritt;
import de.amtsfluss.processes.Aussonderungseintrag;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.Loeschnachweis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list as machines read it.
 *
 * @param id identifies it
 * @param nummer its number
 * @param stand where it stands
 * @param anzahl how many entries
 * @param erstellt when it was made, and by whom
 * @param angeboten when it was offered
 * @param bewertet when the appraisal ended
 * @param uebergeben when it was handed over
 * @param abgeschlossenAm when all was erased
 */
record AussonderungJson(
        String id,
        String nummer,
        Aussonderung.Stand stand,
        int anzahl,
        Schritt erstellt,
        @Nullable Schritt angeboten,
        @Nullable Schritt bewertet,
        @Nullable Schritt uebergeben,
        @Nullable Instant abgeschlossenAm) {

    static AussonderungJson of(Aussonderung list) {
        return new AussonderungJson(
                list.id().toString(),
                list.nummer(),
                list.stand(),
                list.anzahl(),
                list.erstellt(),
                list.angeboten(),
                list.bewertet(),
                list.uebergeben(),
                list.abgeschlossenAm());
    }

    /**
     * A list with all that is in it.
     *
     * @param aussonderung the list
     * @param eintraege its entries
     * @param loeschnachweise what was erased
     */
    record Detail(AussonderungJson aussonderung, List<Eintrag> eintraege, List<Nachweis> loeschnachweise) {}

    /**
     * What became of an order.
     *
     * @param aussonderung the list now
     * @param hinweise what was left out and why
     */
    record Ergebnis(AussonderungJson aussonderung, List<String> hinweise) {}

    /**
     * An entry.
     *
     * @param id identifies it
     * @param nummer its place
     * @param kennzeichen its reference
     * @param betreff what it is about
     * @param laufzeitBeginn when it was begun
     * @param laufzeitEnde when it was closed
     * @param aufbewahrungsende the last day on which it had to be kept
     * @param aussonderungsart A, B or V
     * @param vorschlag what is proposed
     * @param stand where it stands
     * @param bewertung what the archive decided
     * @param archivkennung by what the archive finds it
     * @param importfehler why the archive could not take it
     */
    record Eintrag(
            String id,
            int nummer,
            String kennzeichen,
            @Nullable String betreff,
            LocalDate laufzeitBeginn,
            LocalDate laufzeitEnde,
            LocalDate aufbewahrungsende,
            String aussonderungsart,
            @Nullable Bewertung vorschlag,
            Aussonderungseintrag.Stand stand,
            @Nullable Bewertung bewertung,
            @Nullable String archivkennung,
            @Nullable String importfehler) {

        static Eintrag of(Aussonderungseintrag eintrag) {
            return new Eintrag(
                    eintrag.id().toString(),
                    eintrag.nummer(),
                    eintrag.kennzeichen(),
                    eintrag.betreff(),
                    eintrag.laufzeitBeginn(),
                    eintrag.laufzeitEnde(),
                    eintrag.aufbewahrungsende(),
                    eintrag.aussonderungsart().code(),
                    eintrag.vorschlag().orElse(null),
                    eintrag.stand(),
                    eintrag.bewertung(),
                    eintrag.archivkennung(),
                    eintrag.importfehler());
        }
    }

    /**
     * A proof of erasure.
     *
     * @param id identifies it
     * @param vorgang what was erased
     * @param schluessel the id of the key that was destroyed
     * @param aktenzeichen its reference
     * @param verfahren the procedure
     * @param aufbewahrungsende the last day on which it had to be kept
     * @param bewertung what the archive decided
     * @param bewertet when, and by whom
     * @param archivkennung by what the archive finds it
     * @param angeordnet when the erasure was ordered, and by whom
     * @param dokumente how many documents there were
     * @param schluesselGeloeschtAm when the key was destroyed
     * @param geloeschtAm when the erasure was finished
     * @param satz all that in a sentence
     */
    record Nachweis(
            String id,
            String vorgang,
            String schluessel,
            String aktenzeichen,
            String verfahren,
            LocalDate aufbewahrungsende,
            Bewertung bewertung,
            Schritt bewertet,
            @Nullable String archivkennung,
            Schritt angeordnet,
            int dokumente,
            @Nullable Instant schluesselGeloeschtAm,
            @Nullable Instant geloeschtAm,
            String satz) {

        static Nachweis of(Loeschnachweis nachweis) {
            return new Nachweis(
                    nachweis.id().toString(),
                    nachweis.vorgang().toString(),
                    nachweis.vorgang().toString(),
                    nachweis.aktenzeichen(),
                    nachweis.verfahren(),
                    nachweis.aufbewahrungsende(),
                    nachweis.bewertung(),
                    nachweis.bewertet(),
                    nachweis.archivkennung(),
                    nachweis.angeordnet(),
                    nachweis.dokumente(),
                    nachweis.schluesselGeloeschtAm(),
                    nachweis.geloeschtAm(),
                    nachweis.satz());
        }
    }
}
