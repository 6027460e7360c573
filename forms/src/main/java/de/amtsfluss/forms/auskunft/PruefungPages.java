package de.amtsfluss.forms.auskunft;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Auskuenfte;
import de.amtsfluss.processes.Auskuenfte.Vorschau;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.VorgangId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a Vorgang is checked for data of third parties before it is told of. */
@Controller
@RequestMapping("/auskunft/{id}/vorgaenge/{vorgang}")
@ConditionalOnRole(Role.WEB)
class PruefungPages {

    private final Auskuenfte auskuenfte;

    PruefungPages(Auskuenfte auskuenfte) {
        this.auskuenfte = auskuenfte;
    }

    @GetMapping
    String page(@PathVariable UUID id, @PathVariable UUID vorgang, Akteur akteur, Model model) {
        var vorschau = auskuenfte.preview(id, new VorgangId(vorgang), akteur).orElseThrow(NotFoundException::new);
        model.addAttribute("id", id);
        model.addAttribute("vorgang", vorgang);
        model.addAttribute("vorgangsauskunft", vorschau.inhalt());
        model.addAttribute("stand", vorschau.stand());
        model.addAttribute("eintraege", eintraege(vorschau));
        return "auskunft-pruefung";
    }

    @PostMapping("/pruefung")
    String check(
            @PathVariable UUID id,
            @PathVariable UUID vorgang,
            @RequestParam MultiValueMap<String, String> angaben,
            @RequestParam String stand,
            @RequestParam(defaultValue = "false") boolean geprueft,
            Akteur akteur,
            RedirectAttributes next) {
        if (!geprueft) {
            return Meldung.warning("Bitte bestätigen Sie, dass Sie den Vorgang auf Daten Dritter geprüft haben.")
                    .on("/auskunft/%s/vorgaenge/%s".formatted(id, vorgang), next);
        }
        var geschwaerzt = Set.copyOf(angaben.getOrDefault("geschwaerzt", List.of()));
        var outcome = auskuenfte.check(id, new VorgangId(vorgang), geschwaerzt, stand, akteur);
        return AuskunftPages.answer(id, outcome, "Der Vorgang ist auf Daten Dritter geprüft.", next);
    }

    private static List<Eintrag> eintraege(Vorschau vorschau) {
        var inhalt = vorschau.inhalt();
        var eintraege = new ArrayList<Eintrag>();
        inhalt.angaben()
                .forEach(one -> eintraege.add(
                        Eintrag.of(vorschau, one.schluessel(), "Angabe: " + one.bezeichnung(), one.text())));
        inhalt.dokumente()
                .forEach(one -> eintraege.add(Eintrag.of(
                        vorschau,
                        one.schluessel(),
                        "Dokument (%s)".formatted(one.richtung()),
                        "%s, %s".formatted(one.name(), Anzeige.dateTime(one.erstelltAm())))));
        inhalt.nachrichten()
                .forEach(one -> eintraege.add(
                        Eintrag.of(vorschau, one.schluessel(), "Nachricht: " + one.betreff(), one.text())));
        inhalt.entscheidungen()
                .forEach(one -> eintraege.add(Eintrag.of(
                        vorschau,
                        one.schluessel(),
                        "Entscheidung: " + one.tabelle(),
                        String.join(" ", one.begruendung()))));
        return eintraege;
    }

    /**
     * Something that would be told.
     *
     * @param schluessel names it
     * @param was what it is
     * @param text what would be told
     * @param zuPruefen whether it may be of third parties
     * @param geschwaerzt whether it was left out before
     */
    record Eintrag(String schluessel, String was, String text, boolean zuPruefen, boolean geschwaerzt) {

        static Eintrag of(Vorschau vorschau, String schluessel, String was, String text) {
            return new Eintrag(
                    schluessel,
                    was,
                    text,
                    vorschau.zuPruefen().contains(schluessel),
                    vorschau.geschwaerzt().contains(schluessel));
        }
    }
}
