package de.amtsfluss.forms.vertretungen;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Vertretungen;
import de.amtsfluss.processes.Vertretungen.NeueVertretung;
import de.amtsfluss.processes.Vertretungen.Outcome;
import de.amtsfluss.processes.Vertretungen.Vertretung;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which people enter who stands in for them. */
@Controller
@RequestMapping("/vertretung")
@ConditionalOnRole(Role.WEB)
class VertretungenPages {

    private static final String AGAIN = "redirect:/vertretung";

    private final Vertretungen vertretungen;

    VertretungenPages(Vertretungen vertretungen) {
        this.vertretungen = vertretungen;
    }

    @GetMapping
    String page(Akteur akteur, Model model) {
        return show(akteur, Map.of(), Map.of(), model);
    }

    @PostMapping
    String enter(@RequestParam Map<String, String> angaben, Akteur akteur, Model model, RedirectAttributes next) {
        var wanted = new NeueVertretung(
                angaben.getOrDefault("wer", "").strip(), day(angaben.get("von")), day(angaben.get("bis")));
        return switch (vertretungen.enter(wanted, akteur)) {
            case Outcome.Done ignored -> tell("Die Vertretung ist eingetragen.", next);
            case Outcome.NotFound ignored -> throw new NotFoundException();
            case Outcome.Invalid invalid -> show(akteur, angaben, invalid.messages(), model);
        };
    }

    @PostMapping("/{id}/ende")
    String end(@PathVariable UUID id, Akteur akteur, RedirectAttributes next) {
        return switch (vertretungen.end(id, akteur)) {
            case Outcome.Done ignored -> tell("Die Vertretung ist beendet.", next);
            case Outcome.NotFound ignored -> throw new NotFoundException();
            case Outcome.Invalid invalid ->
                throw new IllegalStateException("Expected to end a Vertretung, but got '%s'".formatted(invalid));
        };
    }

    private static String tell(String sentence, RedirectAttributes next) {
        next.addFlashAttribute("meldung", Meldung.success(sentence));
        return AGAIN;
    }

    private String show(Akteur akteur, Map<String, String> angaben, Map<String, String> wrong, Model model) {
        model.addAttribute(
                "vertretungen",
                vertretungen.of(akteur).stream()
                        .map(vertretung -> Zeile.of(vertretung, akteur))
                        .toList());
        model.addAttribute("angaben", angaben);
        model.addAttribute("fehler", wrong);
        return "vertretung";
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * A Vertretung in words.
     *
     * @param id identifies it
     * @param wer who stands in
     * @param fuer for whom
     * @param von the first day
     * @param bis the last day
     * @param eigene whether it is for the person who looks
     */
    record Zeile(String id, String wer, String fuer, String von, String bis, boolean eigene) {

        static Zeile of(Vertretung vertretung, Akteur akteur) {
            return new Zeile(
                    vertretung.id().toString(),
                    vertretung.wer(),
                    vertretung.fuer(),
                    Anzeige.date(vertretung.von()),
                    Anzeige.date(vertretung.bis()),
                    vertretung.fuer().equals(akteur.kennung()));
        }
    }
}
