package de.amtsfluss.forms.sensorik;

import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Codecversuche;
import de.amtsfluss.processes.Codecversuche.Ergebnis;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Sensorik;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page where codecs are tried out; it keeps nothing and works without scripts. */
@Controller
@RequestMapping("/sensoren/codecs")
@ConditionalOnRole(Role.WEB)
class CodecPages {

    private final ObjectProvider<Codecversuche> codecversuche;

    CodecPages(ObjectProvider<Codecversuche> codecversuche) {
        this.codecversuche = codecversuche;
    }

    private Codecversuche of(Akteur akteur) {
        var known = codecversuche.getIfAvailable();
        if (known == null || !akteur.gruppen().contains(Sensorik.GRUPPE)) {
            throw new NotFoundException();
        }
        return known;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String typ, Akteur akteur, Model model) {
        var eingabe = new CodecEingabe(Map.of("typ", typ, "port", "1"));
        return page(of(akteur), eingabe, Map.of(), akteur, model);
    }

    /** A source is too long for an address; since nothing is changed, the answer is the page itself. */
    @PostMapping
    String tryOut(@RequestParam Map<String, String> angaben, Akteur akteur, Model model) {
        var codecs = of(akteur);
        var eingabe = new CodecEingabe(angaben);
        return switch (codecs.versuchen(eingabe.versuch(), akteur)) {
            case Ergebnis.Gerufen gerufen -> {
                model.addAttribute("ergebnis", VersuchSicht.of(gerufen));
                yield page(codecs, eingabe, Map.of(), akteur, model);
            }
            case Ergebnis.Abgelehnt abgelehnt ->
                page(codecs, eingabe, CodecEingabe.fehler(abgelehnt.hindernisse()), akteur, model);
        };
    }

    private static String page(
            Codecversuche codecs, CodecEingabe eingabe, Map<String, String> fehler, Akteur akteur, Model model) {
        model.addAttribute("angaben", eingabe.angaben());
        model.addAttribute("fehler", fehler);
        model.addAttribute("erstes", fehler.keySet().stream().findFirst().orElse(""));
        model.addAttribute(
                "typen",
                codecs.geraetetypen(akteur).stream().map(GeraetetypSicht::of).toList());
        return "sensoren-codecs";
    }
}
