package de.amtsfluss.forms.portal;

import de.amtsfluss.forms.anzeige.InScript;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.Antraege.Leistung;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Formulare;
import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be applied for, in the portal and by clerks for others. The form and what becomes of it are the same. */
@Controller
@ConditionalOnRole(Role.WEB)
class LeistungenPages {

    private static final Map<Kanal, String> KANAELE = new EnumMap<>(Map.of(
            Kanal.SCHALTER, "am Schalter",
            Kanal.TELEFON, "am Telefon",
            Kanal.BRIEF, "als Brief oder Fax",
            Kanal.EMAIL, "als E-Mail"));

    private final Antraege antraege;
    private final Formulare formulare;

    LeistungenPages(Antraege antraege, Formulare formulare) {
        this.antraege = antraege;
        this.formulare = formulare;
    }

    @GetMapping("/portal")
    String portal(Model model) {
        model.addAttribute("leistungen", antraege.leistungen());
        return "portal/leistungen";
    }

    @GetMapping("/portal/leistungen/{verfahren}")
    String form(@PathVariable String verfahren, Optional<Akteur> akteur, Model model) {
        addForm(leistung(verfahren), "/portal/leistungen/" + verfahren, model);
        model.addAttribute("angemeldet", akteur.isPresent());
        return "portal/antrag-stellen";
    }

    /** For clerks: only what their own office handles. */
    @GetMapping("/antraege")
    String offices(Akteur akteur, Model model) {
        model.addAttribute("leistungen", own(akteur));
        model.addAttribute("kanaele", KANAELE.entrySet());
        return "portal/antraege";
    }

    @GetMapping("/antraege/{verfahren}")
    String officeForm(
            @PathVariable String verfahren,
            @RequestParam Kanal kanal,
            @RequestParam(required = false) @Nullable UUID id,
            Akteur akteur,
            Model model) {
        var leistung = own(akteur).stream()
                .filter(one -> one.verfahren().equals(verfahren))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        addForm(leistung, "/antraege/" + verfahren, model);
        if (id != null) {
            // A Vorgang that was opened for a letter.
            model.addAttribute("kennung", id);
        }
        model.addAttribute("kanal", kanal);
        model.addAttribute("kanalName", KANAELE.getOrDefault(kanal, "Portal"));
        return "portal/antrag-aufnehmen";
    }

    private List<Leistung> own(Akteur akteur) {
        return antraege.leistungen().stream()
                .filter(leistung -> akteur.isInOneOf(leistung.gruppen()))
                .toList();
    }

    private Leistung leistung(String verfahren) {
        return antraege.leistung(verfahren).orElseThrow(NotFoundException::new);
    }

    private void addForm(Leistung leistung, String target, Model model) {
        model.addAttribute("leistung", leistung);
        model.addAttribute("ziel", target);
        model.addAttribute("kennung", UUID.randomUUID());
        model.addAttribute(
                "formular", InScript.of(formulare.schema(leistung.formular()).orElseThrow(NotFoundException::new)));
    }
}
