package de.amtsfluss.forms.geschaeftsgaenge;

import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Geschaeftsgaenge;
import de.amtsfluss.processes.Geschaeftsgaenge.Outcome;
import de.amtsfluss.processes.Geschaeftsgaenge.Start;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Verfuegung;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page that starts a Geschäftsgang; its steps are rows of a plain form, so it works without scripts. */
@Controller
@RequestMapping("/vorgaenge/{vorgang}/geschaeftsgang")
@ConditionalOnRole(Role.WEB)
class GeschaeftsgaengePages {

    private static final String PAGE = "geschaeftsgang-starten";

    private final Geschaeftsgaenge geschaeftsgaenge;
    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;

    GeschaeftsgaengePages(Geschaeftsgaenge geschaeftsgaenge, Vorgaenge vorgaenge, Dokumente dokumente) {
        this.geschaeftsgaenge = geschaeftsgaenge;
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
    }

    @GetMapping
    String form(@PathVariable UUID vorgang, Akteur akteur, Model model) {
        return show(new VorgangId(vorgang), akteur, new Eingabezeilen(Map.of()), Map.of(), model);
    }

    @PostMapping
    String start(
            @PathVariable UUID vorgang,
            @RequestParam Map<String, String> angaben,
            Akteur akteur,
            Model model,
            RedirectAttributes next) {
        var id = new VorgangId(vorgang);
        var zeilen = new Eingabezeilen(angaben);
        if (angaben.containsKey("mehr")) {
            return show(id, akteur, zeilen, Map.of(), model);
        }
        var rows = zeilen.filled();
        var wrong = new LinkedHashMap<String, String>();
        var steps = zeilen.read(rows, wrong);
        if (wrong.isEmpty()) {
            var wanted = new Start(id, dokument(angaben.get("dokument")), Schritteingabe.laufweg(steps));
            wrong.putAll(refusal(geschaeftsgaenge.start(wanted, akteur)));
        }
        if (!wrong.isEmpty()) {
            return show(id, akteur, zeilen, zeilen.byRow(wrong, rows), model);
        }
        next.addFlashAttribute("meldung", Meldung.success("Der Geschäftsgang ist gestartet."));
        return "redirect:/vorgaenge/{vorgang}";
    }

    private static Map<String, String> refusal(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done ignored -> Map.of();
            case Outcome.NotFound ignored -> throw new NotFoundException();
            case Outcome.Conflict conflict -> Map.of("schritte", conflict.sentence());
            case Outcome.Invalid invalid -> invalid.messages();
        };
    }

    private static @Nullable DokumentId dokument(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : DokumentId.of(text);
        } catch (IllegalArgumentException e) {
            return DokumentId.random();
        }
    }

    private String show(VorgangId id, Akteur akteur, Eingabezeilen zeilen, Map<String, String> wrong, Model model) {
        var vorgang = vorgaenge.find(id, akteur).orElseThrow(NotFoundException::new);
        model.addAttribute("vorgang", vorgang);
        model.addAttribute(
                "entwuerfe",
                dokumente.of(id, akteur).stream()
                        .filter(dokument -> dokument.abgelegtAm() == null)
                        .toList());
        model.addAttribute("verfuegungen", Auswahl.all());
        model.addAttribute("zeilen", IntStream.range(0, zeilen.count()).boxed().toList());
        model.addAttribute("angaben", zeilen.angaben());
        model.addAttribute("fehler", wrong);
        return PAGE;
    }

    /**
     * A Verfügung to choose.
     *
     * @param wert what is sent
     * @param name what people read
     */
    record Auswahl(String wert, String name) {

        static List<Auswahl> all() {
            return Arrays.stream(Verfuegung.values())
                    .map(verfuegung -> new Auswahl(verfuegung.name(), Laufweg.name(verfuegung)))
                    .toList();
        }
    }
}
