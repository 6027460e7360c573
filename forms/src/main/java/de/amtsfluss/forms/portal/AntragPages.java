package de.amtsfluss.forms.portal;

import de.amtsfluss.forms.anzeige.Daten;
import de.amtsfluss.forms.anzeige.InScript;
import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fristen.Bearbeitungsstand;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.Antraege.Aenderung;
import de.amtsfluss.processes.Antraege.Stand;
import de.amtsfluss.processes.Antraege.Zugang;
import de.amtsfluss.processes.Bearbeitungsfristen;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Dokumente.Upload;
import de.amtsfluss.processes.Formulare;
import de.amtsfluss.processes.Role;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** An application as the applicant sees it, and what the applicant can still do. */
@Controller
@ConditionalOnRole(Role.WEB)
class AntragPages {

    private static final String PAGE = "/portal/antraege/";

    private final Antraege antraege;
    private final Formulare formulare;
    private final Zugaenge zugaenge;
    private final Nachrichten nachrichten;
    private final Bearbeitungsfristen bearbeitungsfristen;
    private final Daten daten;
    private final JsonMapper json;

    AntragPages(
            Antraege antraege,
            Formulare formulare,
            Zugaenge zugaenge,
            Nachrichten nachrichten,
            Bearbeitungsfristen bearbeitungsfristen,
            Daten daten,
            JsonMapper json) {
        this.antraege = antraege;
        this.formulare = formulare;
        this.zugaenge = zugaenge;
        this.nachrichten = nachrichten;
        this.bearbeitungsfristen = bearbeitungsfristen;
        this.daten = daten;
        this.json = json;
    }

    @GetMapping("/portal/meine")
    String own(Akteur akteur, Model model) {
        model.addAttribute(
                "antraege", antraege.eigene(akteur).stream().map(AntragRow::of).toList());
        return "portal/meine";
    }

    @GetMapping("/portal/status")
    String ask() {
        return "portal/status";
    }

    @PostMapping("/portal/status")
    String show(@RequestParam String aktenzeichen, @RequestParam String zugangscode, HttpSession session, Model model) {
        var stand = antraege.stand(new Zugang.Code(aktenzeichen, zugangscode));
        if (stand.isEmpty()) {
            model.addAttribute("unbekannt", true);
            model.addAttribute("aktenzeichen", aktenzeichen);
            return "portal/status";
        }
        var vorgang = stand.get().vorgang();
        zugaenge.remember(session, vorgang.id(), vorgang.aktenzeichen(), zugangscode);
        return "redirect:" + PAGE + vorgang.id();
    }

    @GetMapping(PAGE + "{id}/eingang")
    String received(@PathVariable UUID id, Optional<Akteur> akteur, HttpSession session, Model model) {
        var known = zugaenge.find(id, akteur, session);
        model.addAttribute("antrag", AntragRow.of(known.stand()));
        model.addAttribute(
                "zugangscode",
                zugaenge.shown(session, known.stand().vorgang().id())
                        .map(Zugang.Code::zugangscode)
                        .orElse(""));
        model.addAttribute("amt", known.amt() != null);
        return "portal/eingang";
    }

    @GetMapping(PAGE + "{id}")
    String page(@PathVariable UUID id, Optional<Akteur> akteur, HttpSession session, Model model) {
        var known = zugaenge.find(id, akteur, session);
        var vorgang = known.stand().vorgang();
        model.addAttribute("antrag", AntragRow.of(known.stand()));
        model.addAttribute("angaben", daten.all(vorgang.verfahren(), given(known.stand())));
        if (known.stand().aenderbar()) {
            bearbeitungsfristen
                    .stand(vorgang.id())
                    .map(Bearbeitungsstand::of)
                    .ifPresent(stand -> model.addAttribute("bearbeitungsfrist", stand));
        }
        model.addAttribute("nachrichten", nachrichten.of(known));
        model.addAttribute("amt", known.amt() != null);
        return "portal/antrag";
    }

    @GetMapping(PAGE + "{id}/aendern")
    String change(@PathVariable UUID id, Optional<Akteur> akteur, HttpSession session, Model model) {
        var stand = zugaenge.find(id, akteur, session).stand();
        if (!stand.aenderbar()) {
            return "redirect:" + PAGE + id;
        }
        model.addAttribute("antrag", AntragRow.of(stand));
        model.addAttribute(
                "formular", InScript.of(formulare.schema(stand.formular()).orElseThrow(NotFoundException::new)));
        model.addAttribute("daten", InScript.of(json.writeValueAsString(given(stand))));
        return "portal/antrag-aendern";
    }

    /** Only what the form asks for: what the office has added since is not the applicant's to see or change. */
    private Map<String, @Nullable Object> given(Stand stand) {
        return formulare.only(stand.formular(), stand.vorgang().daten());
    }

    @PostMapping(PAGE + "{id}/nachweise")
    String prove(
            @PathVariable UUID id,
            @RequestParam MultipartFile datei,
            Optional<Akteur> akteur,
            HttpSession session,
            RedirectAttributes next)
            throws IOException {
        var zugang = zugaenge.find(id, akteur, session).zugang();
        var name = Objects.requireNonNullElse(datei.getOriginalFilename(), "");
        try (var content = datei.getInputStream()) {
            return switch (antraege.nachweisen(zugang, name, datei.getContentType(), content)) {
                case Upload.Kept kept ->
                    Meldung.success("„%s“ ist angekommen."
                                    .formatted(kept.dokument().name()))
                            .on(PAGE + id, next);
                case Upload.Refused not -> Meldung.warning(not.sentence()).on(PAGE + id, next);
                case Upload.NotFound ignored -> throw new NotFoundException();
            };
        }
    }

    @PostMapping(PAGE + "{id}/ruecknahme")
    String withdraw(@PathVariable UUID id, Optional<Akteur> akteur, HttpSession session, RedirectAttributes next) {
        var zugang = zugaenge.find(id, akteur, session).zugang();
        return switch (antraege.zuruecknehmen(zugang)) {
            case Aenderung.Geaendert ignored ->
                Meldung.success("Der Antrag ist zurückgenommen.").on(PAGE + id, next);
            case Aenderung.ZuSpaet not -> Meldung.warning(not.satz()).on(PAGE + id, next);
            case Aenderung.Unvollstaendig ignored ->
                throw new IllegalStateException("Expected a withdrawal to need no values, but some are missing");
            case Aenderung.Unbekannt ignored -> throw new NotFoundException();
        };
    }
}
