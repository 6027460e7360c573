package de.amtsfluss.forms.geschaeftsgaenge;

import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Geschaeftsgaenge;
import de.amtsfluss.processes.Geschaeftsgaenge.Outcome;
import de.amtsfluss.processes.GeschaeftsgangId;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Vorgaenge;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one Laufweg: what has not begun can be left out, moved, and more can be put in. */
@Controller
@RequestMapping("/geschaeftsgaenge/{id}")
@ConditionalOnRole(Role.WEB)
class LaufwegPages {

    private static final String PAGE = "geschaeftsgang";
    private static final String AGAIN = "redirect:/geschaeftsgaenge/{id}";

    private final Geschaeftsgaenge geschaeftsgaenge;
    private final Vorgaenge vorgaenge;

    LaufwegPages(Geschaeftsgaenge geschaeftsgaenge, Vorgaenge vorgaenge) {
        this.geschaeftsgaenge = geschaeftsgaenge;
        this.vorgaenge = vorgaenge;
    }

    @GetMapping
    String page(@PathVariable UUID id, Akteur akteur, Model model) {
        return show(new GeschaeftsgangId(id), akteur, Map.of(), Map.of(), model);
    }

    @PostMapping("/schritte")
    String insert(
            @PathVariable UUID id,
            @RequestParam Map<String, String> angaben,
            Akteur akteur,
            Model model,
            RedirectAttributes next) {
        var wrong = new LinkedHashMap<String, String>();
        var eingabe = new Eingabezeilen(angaben).readSingle(wrong);
        eingabe.check("", wrong);
        var found = new GeschaeftsgangId(id);
        if (!wrong.isEmpty()) {
            return show(found, akteur, angaben, wrong, model);
        }
        var schritt = eingabe.step(Objects.requireNonNull(eingabe.stufe()));
        var outcome = geschaeftsgaenge.insert(found, schritt, akteur);
        return outcome instanceof Outcome.Invalid invalid
                ? show(found, akteur, angaben, invalid.messages(), model)
                : tell(outcome, "Der Schritt ist eingefügt.", next);
    }

    @PostMapping("/schritte/{schritt}/ueberspringen")
    String skip(
            @PathVariable UUID id,
            @PathVariable UUID schritt,
            @RequestParam(defaultValue = "") String begruendung,
            Akteur akteur,
            RedirectAttributes next) {
        var outcome = geschaeftsgaenge.skip(new GeschaeftsgangId(id), schritt, begruendung, akteur);
        return tell(outcome, "Der Schritt ist übersprungen. Er bleibt im Laufweg stehen.", next);
    }

    @PostMapping("/schritte/{schritt}/verschieben")
    String move(
            @PathVariable UUID id,
            @PathVariable UUID schritt,
            @RequestParam(defaultValue = "") String am,
            @RequestParam(defaultValue = "") String begruendung,
            Akteur akteur,
            RedirectAttributes next) {
        var day = Eingabezeilen.day("am", am.strip(), new LinkedHashMap<>());
        var outcome = day == null
                ? new Outcome.Invalid(Map.of("am", "Bitte geben Sie den neuen Tag an."))
                : geschaeftsgaenge.move(new GeschaeftsgangId(id), schritt, day, begruendung, akteur);
        return tell(outcome, "Die Wiedervorlage ist verschoben.", next);
    }

    private static String tell(Outcome outcome, String success, RedirectAttributes next) {
        var message = switch (outcome) {
            case Outcome.Done ignored -> Meldung.success(success);
            case Outcome.Conflict conflict -> Meldung.warning(conflict.sentence());
            case Outcome.Invalid invalid ->
                Meldung.warning(String.join(" ", invalid.messages().values()));
            case Outcome.NotFound ignored -> throw new NotFoundException();
        };
        next.addFlashAttribute("meldung", message);
        return AGAIN;
    }

    private String show(
            GeschaeftsgangId id, Akteur akteur, Map<String, String> angaben, Map<String, String> wrong, Model model) {
        var found = geschaeftsgaenge.find(id, akteur).orElseThrow(NotFoundException::new);
        model.addAttribute("vorgang", vorgaenge.find(found.vorgang(), akteur).orElseThrow(NotFoundException::new));
        model.addAttribute("laufweg", Laufweg.of(found));
        model.addAttribute("verfuegungen", GeschaeftsgaengePages.Auswahl.all());
        model.addAttribute("angaben", angaben);
        model.addAttribute("fehler", byField(wrong));
        return PAGE;
    }

    private static Map<String, String> byField(Map<String, String> wrong) {
        var byField = new LinkedHashMap<String, String>();
        wrong.forEach((field, sentence) -> byField.put(field.equals("adressat") ? "name" : field, sentence));
        return byField;
    }
}
