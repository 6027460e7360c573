package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Auskunftsinhalt;
import de.amtsfluss.processes.Auskunftsinhalt.Angabe;
import de.amtsfluss.processes.Auskunftsinhalt.Vorgangsauskunft;
import de.amtsfluss.processes.Beteiligter;
import de.amtsfluss.processes.Beteiligter.Rolle;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.formular.FormCatalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects what a person is told of a Vorgang. */
@Component
class Vorgangssammlung {

    private final Vorgaenge vorgaenge;
    private final FormCatalog forms;
    private final Verarbeitungen verarbeitungen;
    private final Schriftverkehr schriftverkehr;
    private final Verlaufsangaben verlauf;
    private final Quellen quellen;

    Vorgangssammlung(
            Vorgaenge vorgaenge,
            FormCatalog forms,
            Verarbeitungen verarbeitungen,
            Schriftverkehr schriftverkehr,
            Verlaufsangaben verlauf,
            Quellen quellen) {
        this.vorgaenge = vorgaenge;
        this.forms = forms;
        this.verarbeitungen = verarbeitungen;
        this.schriftverkehr = schriftverkehr;
        this.verlauf = verlauf;
        this.quellen = quellen;
    }

    /**
     * Collects.
     *
     * @param vorgang the Vorgang
     * @param person who asks
     * @param gewaehlt the keys of the entries that the officer leaves out
     */
    Sammlung of(Vorgang vorgang, Person person, Set<String> gewaehlt) {
        if (quellen.erased(vorgang.id())) {
            return new Sammlung(erased(vorgang), Set.of());
        }
        var beteiligte = vorgaenge.beteiligte(vorgang.id());
        var eigener = Personenvergleich.find(person, beteiligte).orElse(null);
        var andere = beteiligte.stream().filter(one -> !one.equals(eigener)).toList();
        var formular = quellen.formular(vorgang.id()).orElse("");
        var schwaerzung = new Schwaerzung(person, eigener, andere, fremdeFelder(formular, eigener, andere), gewaehlt);
        return new Sammlung(
                inhalt(new Gesammelt(vorgang, person, eigener, andere, formular), schwaerzung),
                schwaerzung.zuPruefen());
    }

    /** What the form asks of the applicant is not told to others. */
    private Set<String> fremdeFelder(String formular, @Nullable Beteiligter eigener, List<Beteiligter> andere) {
        var applicantIsAnother = (eigener == null || eigener.rolle() != Rolle.ANTRAGSTELLER)
                && andere.stream().anyMatch(one -> one.rolle() == Rolle.ANTRAGSTELLER);
        return applicantIsAnother ? forms.keysMarked(formular, "beteiligter") : Set.of();
    }

    private Vorgangsauskunft inhalt(Gesammelt von, Schwaerzung schwaerzung) {
        var vorgang = von.vorgang();
        return new Vorgangsauskunft(
                vorgang.aktenzeichen(),
                schwaerzung.text("betreff", vorgang.betreff()),
                false,
                vorgang.angelegtAm(),
                vorgang.abgeschlossenAm(),
                vorgang.ergebnis(),
                verarbeitungen.of(vorgang),
                verarbeitungen.empfaenger(vorgang),
                verarbeitungen.herkunft(vorgang, von.eigener(), schwaerzung.dritte()),
                rolle(von, schwaerzung),
                von.andere().stream().map(one -> Worte.rolle(one.rolle())).toList(),
                angaben(von, schwaerzung),
                schriftverkehr.dokumente(vorgang.id(), schwaerzung),
                schriftverkehr.sendungen(vorgang.id(), von.eigener(), schwaerzung),
                schriftverkehr.nachrichten(vorgang.id(), von.person(), von.eigener(), schwaerzung),
                verlauf.entscheidungen(vorgang, schwaerzung),
                verlauf.automatisiert(vorgang),
                verlauf.fristen(vorgang),
                verlauf.zugriffe(vorgang.id()));
    }

    private static String rolle(Gesammelt von, Schwaerzung schwaerzung) {
        if (von.eigener() != null) {
            return Worte.rolle(von.eigener().rolle());
        }
        return schwaerzung.dritte() ? "nicht bestimmt" : Worte.rolle(Rolle.ANTRAGSTELLER);
    }

    /** The data in the order of the form, then the others; periods are told elsewhere. */
    private List<Angabe> angaben(Gesammelt von, Schwaerzung schwaerzung) {
        var daten = von.vorgang().daten();
        var labels = forms.labels(von.formular());
        var keys = new LinkedHashSet<>(labels.keySet());
        keys.addAll(new TreeSet<>(daten.keySet()));
        var angaben = new ArrayList<Angabe>();
        for (var key : keys) {
            var wert = daten.get(key);
            if (wert == null || wert.equals("") || Verlaufsangaben.isFrist(wert)) {
                continue;
            }
            var label = labels.getOrDefault(
                    key, forms.label(von.vorgang().verfahren(), key).orElse(key));
            if (!forms.keysWithoutFreeText(von.formular()).contains(key)) {
                schwaerzung.pruefenWennFrei("angabe." + key, wert);
            }
            angaben.add(angabe(key, label, wert, schwaerzung));
        }
        return angaben;
    }

    private static Angabe angabe(String key, String label, Object wert, Schwaerzung schwaerzung) {
        var schluessel = "angabe." + key;
        return schwaerzung.fremdesFeld(key) || schwaerzung.trifft(schluessel, wert)
                ? new Angabe(schluessel, label, null, Auskunftsinhalt.GESCHWAERZT)
                : new Angabe(schluessel, label, wert, Werte.text(wert));
    }

    /** What is left is the proof, and that names nobody. */
    private Vorgangsauskunft erased(Vorgang vorgang) {
        var verarbeitung = verarbeitungen.of(vorgang);
        return new Vorgangsauskunft(
                vorgang.aktenzeichen(),
                verarbeitung.verfahren(),
                true,
                vorgang.angelegtAm(),
                vorgang.abgeschlossenAm(),
                null,
                verarbeitung,
                List.of(),
                "Nicht mehr bekannt, die Daten sind gelöscht.",
                "nicht mehr bekannt",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                List.of(),
                verlauf.zugriffe(vorgang.id()));
    }

    /**
     * What was collected.
     *
     * @param inhalt what is told
     * @param zuPruefen the keys of the entries that the officer has to look at
     */
    record Sammlung(Vorgangsauskunft inhalt, Set<String> zuPruefen) {}

    /**
     * What it is collected from.
     *
     * @param vorgang the Vorgang
     * @param person who asks
     * @param eigener which of the Beteiligte that is
     * @param andere the other Beteiligte
     * @param formular the form by which it was applied for, empty if there was none
     */
    private record Gesammelt(
            Vorgang vorgang, Person person, @Nullable Beteiligter eigener, List<Beteiligter> andere, String formular) {}
}
