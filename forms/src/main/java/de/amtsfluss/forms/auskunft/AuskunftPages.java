package de.amtsfluss.forms.auskunft;

import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Auskuenfte;
import de.amtsfluss.processes.Auskuenfte.Outcome;
import de.amtsfluss.processes.Auskunft.Nachweis;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.Auskunft.Verlaengerung;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.VorgangId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The requests by Art. 15 DSGVO and what is done with one; works without scripts, and addresses name no person. */
@Controller
@RequestMapping("/auskunft")
@ConditionalOnRole(Role.WEB)
class AuskunftPages {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final Auskuenfte auskuenfte;
    private final Clock clock;

    AuskunftPages(Auskuenfte auskuenfte, ObjectProvider<Clock> clock) {
        this.auskuenfte = auskuenfte;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @GetMapping
    String list(Akteur akteur, Model model) {
        requireOfficer(akteur);
        model.addAttribute(
                "anfragen",
                auskuenfte.list(akteur).stream()
                        .map(auskunft -> Zeile.of(auskunft, today()))
                        .toList());
        return "auskunft";
    }

    @GetMapping("/neu")
    String form(Akteur akteur, Model model) {
        requireOfficer(akteur);
        return form(Map.of("eingegangenAm", today().toString()), Map.of(), model);
    }

    @PostMapping("/neu")
    String request(@RequestParam Map<String, String> angaben, Akteur akteur, Model model, RedirectAttributes next) {
        requireOfficer(akteur);
        var unreadable = Auskunftsanfrage.unreadable(angaben);
        if (!unreadable.isEmpty()) {
            return form(angaben, unreadable, model);
        }
        return switch (auskuenfte.request(Auskunftsanfrage.of(angaben).neu(), akteur)) {
            case Outcome.Done done -> answer(done.auskunft().id(), done, "Die Anfrage ist eingetragen.", next);
            case Outcome.Invalid invalid -> form(angaben, invalid.maengel(), model);
            case Outcome.Refused refused ->
                throw new IllegalStateException("Expected to write a request down, but got '%s'".formatted(refused));
            case Outcome.NotFound ignored -> throw new NotFoundException();
        };
    }

    private static String form(Map<String, String> angaben, Map<String, String> fehler, Model model) {
        model.addAttribute("angaben", new HashMap<>(angaben));
        model.addAttribute("fehler", fehler);
        model.addAttribute("kanaele", Bezeichnungen.kanaele());
        return "auskunft-neu";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Akteur akteur, Model model) {
        var auskunft = auskuenfte.find(id, akteur).orElseThrow(NotFoundException::new);
        model.addAttribute("anfrage", AuskunftSicht.of(auskunft));
        model.addAttribute("nachweise", Bezeichnungen.nachweise());
        model.addAttribute("heute", today().toString());
        return "auskunft-anfrage";
    }

    @PostMapping("/{id}/identitaet")
    String identify(@PathVariable UUID id, @RequestParam Nachweis nachweis, Akteur akteur, RedirectAttributes next) {
        return answer(id, auskuenfte.identify(id, nachweis, akteur), "Die Identität ist geprüft.", next);
    }

    @PostMapping("/{id}/suche")
    String search(@PathVariable UUID id, Akteur akteur, RedirectAttributes next) {
        return answer(id, auskuenfte.search(id, akteur), "Die Suche ist abgeschlossen.", next);
    }

    @PostMapping("/{id}/vorgaenge/{vorgang}/urteil")
    String judge(
            @PathVariable UUID id,
            @PathVariable UUID vorgang,
            @RequestParam Urteil urteil,
            Akteur akteur,
            RedirectAttributes next) {
        var outcome = auskuenfte.judge(id, new VorgangId(vorgang), urteil, akteur);
        return answer(id, outcome, "Ihre Entscheidung ist gespeichert.", next);
    }

    @PostMapping("/{id}/verlaengerung")
    String extend(
            @PathVariable UUID id,
            @RequestParam String grund,
            @RequestParam String mitgeteiltAm,
            Akteur akteur,
            RedirectAttributes next) {
        var told = Auskunftsanfrage.day(mitgeteiltAm);
        var outcome = told == null
                ? new Outcome.Refused("Bitte geben Sie an, wann die Verlängerung mitgeteilt wurde.")
                : auskuenfte.extend(id, new Verlaengerung(grund, told), akteur);
        return answer(id, outcome, "Die Frist ist verlängert.", next);
    }

    @PostMapping("/{id}/freigabe")
    String release(@PathVariable UUID id, Akteur akteur, RedirectAttributes next) {
        return answer(id, auskuenfte.release(id, akteur), "Die Auskunft ist erteilt und kann geladen werden.", next);
    }

    @PostMapping("/{id}/ablehnung")
    String reject(@PathVariable UUID id, @RequestParam String grund, Akteur akteur, RedirectAttributes next) {
        return answer(id, auskuenfte.reject(id, grund, akteur), "Die Anfrage ist abgelehnt.", next);
    }

    static String answer(UUID id, Outcome outcome, String done, RedirectAttributes next) {
        var page = "/auskunft/" + id;
        return switch (outcome) {
            case Outcome.Done ignored -> Meldung.success(done).on(page, next);
            case Outcome.Refused refused ->
                Meldung.refused("Das geht noch nicht oder nicht mehr.", refused.saetze())
                        .on(page, next);
            case Outcome.Invalid invalid ->
                Meldung.refused(
                                "Bitte prüfen Sie die Angaben.",
                                invalid.maengel().values().stream().toList())
                        .on(page, next);
            case Outcome.NotFound ignored -> throw new NotFoundException();
        };
    }

    private static void requireOfficer(Akteur akteur) {
        if (!Auskuenfte.isOpenTo(akteur)) {
            throw new NotFoundException();
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), OFFICE);
    }
}
