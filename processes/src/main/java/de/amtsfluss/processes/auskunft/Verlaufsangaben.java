package de.amtsfluss.processes.auskunft;

import de.amtsfluss.processes.Auskunftsinhalt;
import de.amtsfluss.processes.Auskunftsinhalt.Angabe;
import de.amtsfluss.processes.Auskunftsinhalt.Entscheidungsangabe;
import de.amtsfluss.processes.Auskunftsinhalt.Fristangabe;
import de.amtsfluss.processes.Auskunftsinhalt.Zugriff;
import de.amtsfluss.processes.Entscheidung;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung.Aktion;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Protokolleinsicht;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.formular.FormCatalog;
import de.amtsfluss.processes.model.ModelCatalog;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Collects decisions, deadlines and what was done with the data of a Vorgang. */
@Component
class Verlaufsangaben {

    private final Entscheidungen entscheidungen;
    private final Protokolleinsicht protokoll;
    private final Verarbeitungen verarbeitungen;
    private final ModelCatalog models;
    private final FormCatalog forms;
    private final Quellen quellen;

    Verlaufsangaben(
            Entscheidungen entscheidungen,
            Protokolleinsicht protokoll,
            Verarbeitungen verarbeitungen,
            ModelCatalog models,
            FormCatalog forms,
            Quellen quellen) {
        this.entscheidungen = entscheidungen;
        this.protokoll = protokoll;
        this.verarbeitungen = verarbeitungen;
        this.models = models;
        this.forms = forms;
        this.quellen = quellen;
    }

    List<Entscheidungsangabe> entscheidungen(Vorgang vorgang, Schwaerzung schwaerzung) {
        return entscheidungen.about(vorgang.id()).stream()
                .map(entscheidung -> angabe(vorgang.verfahren(), entscheidung, schwaerzung))
                .toList();
    }

    private Entscheidungsangabe angabe(String verfahren, Entscheidung entscheidung, Schwaerzung schwaerzung) {
        var schluessel = "entscheidung." + entscheidung.id();
        if (schwaerzung.dritte()) {
            schwaerzung.pruefen(schluessel);
        }
        var gruende = Stream.concat(
                Stream.of(entscheidung.begruendung()),
                entscheidung.schritte().stream().map(Entscheidung.Schritt::begruendung));
        var regeln = Stream.concat(
                        entscheidung.zeilen().stream(),
                        entscheidung.schritte().stream().flatMap(schritt -> schritt.zeilen().stream()))
                .map(zeile -> "Zeile %d: %s".formatted(zeile.row(), zeile.annotation()));
        return new Entscheidungsangabe(
                schluessel,
                entscheidung.tabelle().value(),
                entscheidung.version(),
                entscheidung.entschiedenAm(),
                eingaben(verfahren, entscheidung, schluessel, schwaerzung),
                gruende.map(grund -> schwaerzung.text(schluessel, grund)).toList(),
                regeln.map(regel -> schwaerzung.text(schluessel, regel)).toList());
    }

    private List<Angabe> eingaben(
            String verfahren, Entscheidung entscheidung, String schluessel, Schwaerzung schwaerzung) {
        var eingaben = new ArrayList<Angabe>();
        new TreeMap<>(entscheidung.eingaben()).forEach((feld, wert) -> {
            if (wert != null) {
                var label = forms.label(verfahren, feld).orElse(feld);
                var own = schluessel + "." + feld;
                eingaben.add(
                        schwaerzung.fremdesFeld(feld)
                                        || schwaerzung.trifft(own, wert)
                                        || schwaerzung.trifft(schluessel, null)
                                ? new Angabe(own, label, null, Auskunftsinhalt.GESCHWAERZT)
                                : new Angabe(own, label, wert, Werte.text(wert)));
            }
        });
        return eingaben;
    }

    /** Whether something was decided and no person did anything in between (Art. 22 Abs. 1 DSGVO). */
    boolean automatisiert(Vorgang vorgang) {
        return verarbeitungen.automatisierbar(vorgang.verfahren())
                && !entscheidungen.about(vorgang.id()).isEmpty()
                && protokoll.of(vorgang.id()).stream()
                        .noneMatch(entry -> entry.was().objektart() == Objektart.AUFGABE
                                && entry.was().aktion() == Aktion.ERLEDIGT
                                && entry.wer().art() == Handelnder.Art.PERSON);
    }

    /** Those of the procedure, kept with their steps, and those of the tasks. */
    List<Fristangabe> fristen(Vorgang vorgang) {
        var fristen = new ArrayList<Fristangabe>();
        new TreeMap<>(vorgang.daten()).forEach((name, wert) -> {
            if (isFrist(wert) && wert instanceof Map<?, ?> frist) {
                fristen.add(new Fristangabe(
                        name, LocalDate.parse(String.valueOf(frist.get("endeAm"))), schritte(frist.get("schritte"))));
            }
        });
        quellen.aufgabenfristen(vorgang.id()).forEach(frist -> {
            var name = models.name(frist.verfahren(), frist.element()).orElse(frist.element());
            fristen.add(new Fristangabe(
                    "Aufgabe „%s“".formatted(name), LocalDate.ofInstant(frist.ende(), Werte.OFFICE), List.of()));
        });
        return fristen;
    }

    /** Whether a value is a period as {@code fristen.berechnen} keeps it. */
    static boolean isFrist(@Nullable Object wert) {
        try {
            return wert instanceof Map<?, ?> frist
                    && frist.get("endeAm") instanceof String ende
                    && LocalDate.parse(ende) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static List<String> schritte(@Nullable Object kept) {
        return kept instanceof Collection<?> schritte
                ? schritte.stream()
                        .map(schritt -> schritt instanceof Map<?, ?> map ? String.valueOf(map.get("satz")) : "")
                        .filter(satz -> !satz.isEmpty())
                        .toList()
                : List.of();
    }

    List<Zugriff> zugriffe(VorgangId vorgang) {
        return protokoll.of(vorgang).stream()
                .map(entry -> new Zugriff(
                        entry.zeit(), rolle(entry.wer(), entry.was().objektart()), Worte.handlung(entry.was())))
                .toList();
    }

    private static String rolle(Handelnder wer, Objektart objektart) {
        if (wer.art() == Handelnder.Art.SYSTEM) {
            return wer.kennung().equals("portal") ? "Portal" : "Fachverfahren";
        }
        if (objektart == Objektart.AUSKUNFT) {
            return "Datenschutz";
        }
        return wer.fuer() == null ? "Beschäftigte*r der Stadt" : "Beschäftigte*r der Stadt in Vertretung";
    }
}
