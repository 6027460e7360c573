package de.amtsfluss.forms.aufgaben;

import de.amtsfluss.forms.anzeige.Daten;
import de.amtsfluss.forms.anzeige.InScript;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aufgabe;
import de.amtsfluss.processes.AufgabeKey;
import de.amtsfluss.processes.Aufgaben;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Formulare;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Vertretungen;
import de.amtsfluss.processes.Vorgaenge;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The pages of the tasklist. */
@Controller
@RequestMapping("/aufgaben")
@ConditionalOnRole(Role.WEB)
class AufgabenPages {

    private final Aufgaben aufgaben;
    private final Vorgaenge vorgaenge;
    private final Vertretungen vertretungen;
    private final Formulare formulare;
    private final Daten daten;
    private final Clock clock;

    AufgabenPages(
            Aufgaben aufgaben,
            Vorgaenge vorgaenge,
            Vertretungen vertretungen,
            Formulare formulare,
            Daten daten,
            ObjectProvider<Clock> clock) {
        this.aufgaben = aufgaben;
        this.vorgaenge = vorgaenge;
        this.vertretungen = vertretungen;
        this.formulare = formulare;
        this.daten = daten;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping
    String list(Akteur akteur, Model model) {
        addLists(akteur, model);
        return "aufgaben";
    }

    /** Only the lists, for the page to fetch again when something has changed. */
    @GetMapping("/liste")
    String refreshedList(Akteur akteur, Model model) {
        addLists(akteur, model);
        return "aufgaben :: listen";
    }

    @GetMapping("/{key}")
    String task(@PathVariable long key, Akteur akteur, Model model) {
        var id = new AufgabeKey(key);
        var aufgabe = aufgaben.find(id, akteur).orElseThrow(NotFoundException::new);
        var vorgang = Optional.ofNullable(aufgabe.vorgang()).flatMap(of -> vorgaenge.find(of, akteur));
        model.addAttribute("aufgabe", AufgabeRow.of(aufgabe, clock.instant()));
        model.addAttribute("anleitung", aufgaben.anleitung(id, akteur));
        model.addAttribute("meine", isMine(aufgabe, akteur, vertretungen.vertretene(akteur.kennung())));
        model.addAttribute(
                "vertretung", aufgabe.bearbeiter() != null && !akteur.kennung().equals(aufgabe.bearbeiter()));
        model.addAttribute("persoenlich", aufgabe.gruppen().isEmpty());
        model.addAttribute("frei", aufgabe.bearbeiter() == null);
        model.addAttribute(
                "angaben",
                vorgang.map(found -> daten.forTask(aufgabe.verfahren(), found.daten()))
                        .orElse(List.of()));
        model.addAttribute("formular", schema(aufgabe).map(InScript::of).orElse(null));
        return "aufgabe";
    }

    private void addLists(Akteur akteur, Model model) {
        var now = clock.instant();
        var all = aufgaben.list(akteur);
        var vertretene = vertretungen.vertretene(akteur.kennung());
        model.addAttribute(
                "gruppenaufgaben",
                all.stream()
                        .filter(aufgabe -> aufgabe.bearbeiter() == null)
                        .map(aufgabe -> AufgabeRow.of(aufgabe, now))
                        .toList());
        model.addAttribute(
                "meineAufgaben",
                all.stream()
                        .filter(aufgabe -> isMine(aufgabe, akteur, vertretene))
                        .map(aufgabe -> AufgabeRow.of(aufgabe, now))
                        .toList());
    }

    /** Whether the person has the task, or somebody whom it stands in for. */
    private static boolean isMine(Aufgabe aufgabe, Akteur akteur, Set<String> vertretene) {
        var bearbeiter = aufgabe.bearbeiter();
        return bearbeiter != null && (bearbeiter.equals(akteur.kennung()) || vertretene.contains(bearbeiter));
    }

    private Optional<String> schema(Aufgabe aufgabe) {
        return Optional.ofNullable(aufgabe.formular()).flatMap(formulare::schema);
    }
}
