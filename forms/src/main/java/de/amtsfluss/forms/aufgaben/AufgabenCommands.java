package de.amtsfluss.forms.aufgaben;

import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.AufgabeKey;
import de.amtsfluss.processes.Aufgaben;
import de.amtsfluss.processes.Aufgaben.Outcome;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Claiming tasks and giving them back by buttons of the pages; works without scripts. */
@Controller
@RequestMapping("/aufgaben/{key}")
@ConditionalOnRole(Role.WEB)
class AufgabenCommands {

    private static final String LIST = "redirect:/aufgaben";
    private static final String TASK = "redirect:/aufgaben/{key}";

    private final Aufgaben aufgaben;

    AufgabenCommands(Aufgaben aufgaben) {
        this.aufgaben = aufgaben;
    }

    @PostMapping("/uebernahme")
    String claim(@PathVariable long key, Akteur akteur, RedirectAttributes next) {
        return switch (aufgaben.claim(new AufgabeKey(key), akteur)) {
            case Outcome.Done ignored -> tell(Meldung.success("Sie haben die Aufgabe übernommen."), TASK, next);
            case Outcome.Accepted ignored -> tell(Meldung.later("Die Übernahme"), LIST, next);
            case Outcome outcome -> refused(outcome, LIST, next);
        };
    }

    @PostMapping("/rueckgabe")
    String unclaim(@PathVariable long key, Akteur akteur, RedirectAttributes next) {
        return switch (aufgaben.unclaim(new AufgabeKey(key), akteur)) {
            case Outcome.Done ignored -> tell(Meldung.success("Die Aufgabe liegt wieder bei der Gruppe."), LIST, next);
            case Outcome.Accepted ignored -> tell(Meldung.later("Die Rückgabe"), LIST, next);
            case Outcome outcome -> refused(outcome, TASK, next);
        };
    }

    private static String refused(Outcome outcome, String page, RedirectAttributes next) {
        return switch (outcome) {
            case Outcome.Conflict conflict -> tell(Meldung.warning(conflict.sentence()), page, next);
            case Outcome.Unavailable ignored -> tell(Meldung.UNAVAILABLE, page, next);
            case Outcome.NotFound ignored -> throw new NotFoundException();
            default -> throw new IllegalStateException("Expected a refusal, but got '%s'".formatted(outcome));
        };
    }

    private static String tell(Meldung message, String page, RedirectAttributes next) {
        next.addFlashAttribute("meldung", message);
        return page;
    }
}
