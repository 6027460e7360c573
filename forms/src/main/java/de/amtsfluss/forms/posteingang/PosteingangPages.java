package de.amtsfluss.forms.posteingang;

import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Posteingaenge;
import de.amtsfluss.processes.Posteingaenge.Aufnahme;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Posteingang.Status;
import de.amtsfluss.processes.Role;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages of the post, for the mail room and the offices; they work without scripts. */
@Controller
@RequestMapping("/posteingang")
@ConditionalOnRole(Role.WEB)
class PosteingangPages {

    private static final String PAGE = "/posteingang";
    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final Posteingaenge posteingaenge;
    private final Antraege antraege;
    private final Clock clock;

    PosteingangPages(Posteingaenge posteingaenge, Antraege antraege, ObjectProvider<Clock> clock) {
        this.posteingaenge = posteingaenge;
        this.antraege = antraege;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable String status, Akteur akteur, Model model) {
        var wanted = status(status);
        model.addAttribute("status", wanted.map(Enum::name).orElse(""));
        model.addAttribute(
                "posteingaenge",
                posteingaenge.list(wanted.orElse(null), akteur).stream()
                        .map(PosteingangRow::of)
                        .toList());
        model.addAttribute("darfErfassen", Posteingaenge.isMailRoom(akteur));
        model.addAttribute("heute", LocalDate.ofInstant(clock.instant(), OFFICE).toString());
        model.addAttribute("kennung", UUID.randomUUID().toString());
        return "posteingaenge";
    }

    private static Optional<Status> status(@Nullable String name) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equals(name))
                .findFirst();
    }

    @GetMapping("/{nummer}")
    String one(@PathVariable String nummer, Akteur akteur, Model model) {
        var found = posteingaenge.find(nummer, akteur).orElseThrow(NotFoundException::new);
        model.addAttribute("post", PosteingangRow.of(found));
        model.addAttribute("begruendungen", posteingaenge.begruendungen(nummer, akteur));
        model.addAttribute("antrag", antrag(found, akteur).orElse(null));
        return "posteingang";
    }

    /** Where a clerk takes what the letter says into the form of the procedure, as long as that has not begun. */
    private Optional<String> antrag(Posteingang found, Akteur akteur) {
        var vorgang = found.vorgang();
        var inhalt = found.inhalt();
        var verfuegung = inhalt == null ? null : inhalt.verfuegung();
        if (vorgang == null || verfuegung == null || verfuegung.verfahren() == null) {
            return Optional.empty();
        }
        var isBegun = antraege.stand(new Antraege.Zugang.Amt(vorgang, akteur)).isPresent();
        return isBegun
                ? Optional.empty()
                : Optional.of("/antraege/%s?kanal=%s&id=%s".formatted(verfuegung.verfahren(), found.kanal(), vorgang));
    }

    @PostMapping
    String register(@ModelAttribute Erfassung erfassung, Akteur akteur, RedirectAttributes next) throws IOException {
        return switch (posteingaenge.aufnehmen(erfassung.post(akteur), akteur)) {
            case Aufnahme.Aufgenommen taken -> registered(taken.posteingang()).on(PAGE, next);
            case Aufnahme.Wiederholt known ->
                Meldung.info("Diese Post ist schon erfasst: %s."
                                .formatted(known.posteingang().eingangsnummer()))
                        .on(PAGE, next);
            case Aufnahme.Abgelehnt refused ->
                Meldung.refused("Die Post wurde nicht erfasst.", refused.saetze())
                        .on(PAGE, next);
            case Aufnahme.NichtErlaubt ignored -> throw new NotFoundException();
        };
    }

    private static Meldung registered(Posteingang post) {
        var repeat = post.wiederholungVon();
        return repeat == null
                ? Meldung.success("Erfasst als %s.".formatted(post.eingangsnummer()))
                : Meldung.warning("Erfasst als %s. Eine Datei ist dieselbe wie in %s; das kann eine Wiederholung sein."
                        .formatted(post.eingangsnummer(), repeat));
    }
}
