package de.amtsfluss.forms.postausgang;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Druckauftraege;
import de.amtsfluss.processes.Druckauftraege.Outcome;
import de.amtsfluss.processes.Druckauftrag;
import de.amtsfluss.processes.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of the mail room; works without scripts. */
@Controller
@RequestMapping("/druckauftraege")
@ConditionalOnRole(Role.WEB)
class DruckauftraegePages {

    private static final String PAGE = "redirect:/druckauftraege";
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final Druckauftraege druckauftraege;
    private final Clock clock;

    DruckauftraegePages(Druckauftraege druckauftraege, ObjectProvider<Clock> clock) {
        this.druckauftraege = druckauftraege;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping
    String list(Akteur akteur, Model model) {
        if (!Druckauftraege.isOpenTo(akteur)) {
            throw new NotFoundException();
        }
        model.addAttribute("wartend", druckauftraege.waiting(akteur));
        model.addAttribute("heute", LocalDate.ofInstant(clock.instant(), OFFICE).toString());
        model.addAttribute(
                "druckauftraege",
                druckauftraege.list(akteur).stream().map(Row::of).toList());
        return "druckauftraege";
    }

    @PostMapping
    String create(Akteur akteur, RedirectAttributes next) {
        return answer(druckauftraege.create(akteur), "Der Druckauftrag ist erstellt.", next);
    }

    @PostMapping("/{id}/uebergabe")
    String confirm(@PathVariable UUID id, @RequestParam String am, Akteur akteur, RedirectAttributes next) {
        try {
            var outcome = druckauftraege.confirm(id, LocalDate.parse(am.strip()), akteur);
            return answer(outcome, "Die Übergabe an die Post ist eingetragen.", next);
        } catch (DateTimeParseException e) {
            return tell(Meldung.warning("Bitte geben Sie den Tag der Übergabe an."), next);
        }
    }

    private static String answer(Outcome outcome, String done, RedirectAttributes next) {
        return switch (outcome) {
            case Outcome.Done ignored -> tell(Meldung.success(done), next);
            case Outcome.Nothing ignored -> tell(Meldung.info("Es wartet kein Brief, der gedruckt werden kann."), next);
            case Outcome.Refused refused -> tell(Meldung.warning(refused.sentence()), next);
            case Outcome.NotFound ignored -> throw new NotFoundException();
        };
    }

    private static String tell(Meldung meldung, RedirectAttributes next) {
        next.addFlashAttribute("meldung", meldung);
        return PAGE;
    }

    /**
     * A batch in words.
     *
     * @param id identifies it
     * @param erstelltAm when it was made
     * @param briefe how many letters
     * @param seiten how many pages
     * @param uebergebenAm when it was handed over
     */
    record Row(
            String id,
            String erstelltAm,
            int briefe,
            int seiten,
            @Nullable String uebergebenAm) {

        static Row of(Druckauftrag druckauftrag) {
            return new Row(
                    druckauftrag.id().toString(),
                    Anzeige.dateTime(druckauftrag.erstelltAm()),
                    druckauftrag.briefe(),
                    druckauftrag.seiten(),
                    Optional.ofNullable(druckauftrag.uebergebenAm())
                            .map(Anzeige::day)
                            .orElse(null));
        }
    }
}
