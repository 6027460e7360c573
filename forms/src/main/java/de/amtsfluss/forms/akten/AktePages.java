package de.amtsfluss.forms.akten;

import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.AkteId;
import de.amtsfluss.processes.Akten;
import de.amtsfluss.processes.Akten.Outcome;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Protokolleinsicht;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Vertraulichkeit;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of an Akte, and what is ordered there. */
@Controller
@RequestMapping("/akten/{id}")
@ConditionalOnRole(Role.WEB)
class AktePages {

    private static final String PAGE = "/akten/{id}";

    private final Akten akten;
    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final Protokolleinsicht protokolle;

    AktePages(Akten akten, Vorgaenge vorgaenge, Dokumente dokumente, Protokolleinsicht protokolle) {
        this.akten = akten;
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.protokolle = protokolle;
    }

    @GetMapping
    String akte(@PathVariable UUID id, Akteur akteur, Model model) {
        var akte = akten.find(new AkteId(id), akteur).orElseThrow(NotFoundException::new);
        model.addAttribute("akte", AkteSicht.of(akte));
        model.addAttribute(
                "vorgaenge",
                akte.vorgaenge().stream()
                        .flatMap(vorgang -> vorgang(vorgang, akteur))
                        .toList());
        model.addAttribute(
                "verfuegungen",
                akten.verfuegungen(akte.id(), akteur).stream()
                        .map(AkteSicht.Zeile::of)
                        .toList());
        model.addAttribute(
                "historie",
                akte.vorgaenge().stream()
                        .flatMap(vorgang -> protokolle.of(vorgang, akteur).stream())
                        .map(AkteSicht.Zeile::of)
                        .toList());
        model.addAttribute("registratur", akteur.gruppen().contains("registratur"));
        model.addAttribute(
                "stufen",
                Stream.of(Vertraulichkeit.values())
                        .map(stufe -> Map.of("name", stufe.name(), "text", Bezeichnungen.of(stufe)))
                        .toList());
        return "akte";
    }

    private Stream<AkteSicht.Vorgangsakte> vorgang(VorgangId id, Akteur akteur) {
        return vorgaenge
                .find(id, akteur)
                .map(vorgang -> new AkteSicht.Vorgangsakte(
                        id.toString(),
                        vorgang.aktenzeichen(),
                        vorgang.betreff(),
                        dokumente.blaetter(id, akteur).stream()
                                .map(DokumentSicht::of)
                                .toList()))
                .stream();
    }

    @PostMapping("/zda")
    String closeToFiles(@PathVariable UUID id, Akteur akteur, RedirectAttributes next) {
        return tell(akten.closeToFiles(new AkteId(id), akteur), "Die Akte ist zu den Akten verfügt.", next);
    }

    @PostMapping("/zda-aufhebung")
    String reopen(@PathVariable UUID id, @RequestParam String grund, Akteur akteur, RedirectAttributes next) {
        return tell(akten.reopen(new AkteId(id), akteur, grund), "Die Akte ist wieder offen.", next);
    }

    @PostMapping("/loeschsperre")
    String hold(
            @PathVariable UUID id,
            @RequestParam boolean gesperrt,
            @RequestParam String grund,
            Akteur akteur,
            RedirectAttributes next) {
        var done = gesperrt ? "Für die Akte gilt eine Löschsperre." : "Die Löschsperre ist aufgehoben.";
        return tell(akten.hold(new AkteId(id), akteur, gesperrt, grund), done, next);
    }

    @PostMapping("/vertraulichkeit")
    String classify(
            @PathVariable UUID id,
            @RequestParam Vertraulichkeit stufe,
            @RequestParam String grund,
            Akteur akteur,
            RedirectAttributes next) {
        var done = "Die Akte ist jetzt als „%s“ eingestuft.".formatted(Bezeichnungen.of(stufe));
        return tell(akten.classify(new AkteId(id), akteur, stufe, grund), done, next);
    }

    private static String tell(Outcome outcome, String done, RedirectAttributes next) {
        return switch (outcome) {
            case Outcome.Done ignored -> Meldung.success(done).on(PAGE, next);
            case Outcome.Refused refused ->
                Meldung.refused("Das ist nicht möglich.", refused.sentences()).on(PAGE, next);
            case Outcome.NotFound ignored -> throw new NotFoundException();
        };
    }
}
