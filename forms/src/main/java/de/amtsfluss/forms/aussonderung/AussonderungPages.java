package de.amtsfluss.forms.aussonderung;

import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungen;
import de.amtsfluss.processes.Aussonderungen.Import;
import de.amtsfluss.processes.Aussonderungen.Outcome;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
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

/** The pages of Registratur and archive; they work without scripts. */
@Controller
@RequestMapping("/aussonderung")
@ConditionalOnRole(Role.WEB)
class AussonderungPages {

    private static final String PAGE = "/aussonderung/";

    private final Aussonderungen aussonderungen;

    AussonderungPages(Aussonderungen aussonderungen) {
        this.aussonderungen = aussonderungen;
    }

    @GetMapping
    String lists(Akteur akteur, Model model) {
        if (!Aussonderungen.isOpenTo(akteur)) {
            throw new NotFoundException();
        }
        model.addAttribute(
                "listen",
                aussonderungen.list(akteur).stream()
                        .map(list -> AussonderungSicht.of(list, akteur))
                        .toList());
        model.addAttribute("registratur", akteur.gruppen().contains("registratur"));
        return "aussonderungen";
    }

    @GetMapping("/{id}")
    String list(@PathVariable UUID id, Akteur akteur, Model model) {
        var list = aussonderungen.find(new AussonderungId(id), akteur).orElseThrow(NotFoundException::new);
        model.addAttribute("liste", AussonderungSicht.of(list, akteur));
        model.addAttribute(
                "eintraege",
                aussonderungen.eintraege(list.id(), akteur).stream()
                        .map(AussonderungSicht.Zeile::of)
                        .toList());
        model.addAttribute(
                "nachweise",
                aussonderungen.nachweise(list.id(), akteur).stream()
                        .map(AussonderungSicht.Nachweis::of)
                        .toList());
        return "aussonderung";
    }

    @PostMapping
    String gather(Akteur akteur, RedirectAttributes next) {
        return tell(aussonderungen.gather(akteur), "Das Verzeichnis ist auf dem Stand von heute.", null, next);
    }

    @PostMapping("/{id}/angebot")
    String offer(@PathVariable UUID id, Akteur akteur, RedirectAttributes next) {
        return tell(aussonderungen.offer(new AussonderungId(id), akteur), "Das Verzeichnis ist angeboten.", id, next);
    }

    @PostMapping("/{id}/eintraege/{eintrag}/bewertung")
    String appraise(
            @PathVariable UUID id,
            @PathVariable UUID eintrag,
            @RequestParam Bewertung bewertung,
            Akteur akteur,
            RedirectAttributes next) {
        return tell(
                aussonderungen.appraise(new AussonderungId(id), eintrag, bewertung, akteur),
                "Die Bewertung ist eingetragen.",
                id,
                next);
    }

    @PostMapping("/{id}/bewertung")
    String appraiseRest(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Bewertung bewertung,
            Akteur akteur,
            RedirectAttributes next) {
        return tell(
                aussonderungen.appraiseRest(new AussonderungId(id), bewertung, akteur),
                "Die Bewertungen sind eingetragen.",
                id,
                next);
    }

    @PostMapping("/{id}/bewertungsende")
    String completeAppraisal(@PathVariable UUID id, Akteur akteur, RedirectAttributes next) {
        return tell(
                aussonderungen.completeAppraisal(new AussonderungId(id), akteur),
                "Die Bewertung ist abgeschlossen.",
                id,
                next);
    }

    @PostMapping("/{id}/uebergabe")
    String handOver(@PathVariable UUID id, Akteur akteur, RedirectAttributes next) {
        return tell(
                aussonderungen.handOver(new AussonderungId(id), akteur),
                "Das Archiv kann die archivwürdigen Akten jetzt abholen.",
                id,
                next);
    }

    @PostMapping("/{id}/eintraege/{eintrag}/import")
    String confirmImport(
            @PathVariable UUID id,
            @PathVariable UUID eintrag,
            @RequestParam(defaultValue = "") String archivkennung,
            @RequestParam(defaultValue = "") String grund,
            Akteur akteur,
            RedirectAttributes next) {
        var ergebnis = grund.isBlank() ? new Import.Erfolgreich(archivkennung) : new Import.Fehlgeschlagen(grund);
        return tell(
                aussonderungen.confirmImport(new AussonderungId(id), eintrag, ergebnis, akteur),
                "Das Ergebnis der Übernahme ist eingetragen.",
                id,
                next);
    }

    @PostMapping("/{id}/eintraege/{eintrag}/zurueckstellung")
    String setAside(@PathVariable UUID id, @PathVariable UUID eintrag, Akteur akteur, RedirectAttributes next) {
        return tell(
                aussonderungen.setAside(new AussonderungId(id), eintrag, akteur),
                "Der Eintrag ist zurückgestellt.",
                id,
                next);
    }

    @PostMapping("/{id}/loeschung")
    String erase(@PathVariable UUID id, Akteur akteur, RedirectAttributes next) {
        return tell(aussonderungen.erase(new AussonderungId(id), akteur), "Die Löschung ist ausgeführt.", id, next);
    }

    private static String tell(Outcome outcome, String done, @Nullable UUID id, RedirectAttributes next) {
        return switch (outcome) {
            case Outcome.Done good ->
                new Meldung(good.hinweise().isEmpty() ? "success" : "warning", done, good.hinweise())
                        .on(PAGE + good.aussonderung().id(), next);
            case Outcome.Refused refused ->
                Meldung.refused("Das ist nicht möglich.", refused.sentences())
                        .on(id == null ? "/aussonderung" : PAGE + id, next);
            case Outcome.NotFound ignored -> throw new NotFoundException();
        };
    }
}
