package de.amtsfluss.forms.fristen;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.forms.fristen.Anfrage.Art;
import de.amtsfluss.forms.fristen.Anfrage.Gelesen;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Frist;
import de.amtsfluss.processes.Fristen;
import de.amtsfluss.processes.Fristergebnis;
import de.amtsfluss.processes.Fristergebnis.Abgelehnt;
import de.amtsfluss.processes.Fristergebnis.Berechnet;
import de.amtsfluss.processes.Fristergebnis.OhneFrist;
import de.amtsfluss.processes.Fristergebnis.Schritt;
import de.amtsfluss.processes.Role;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the Fristenrechner; its address says all that was entered, so it can be sent to a colleague. */
@Controller
@ConditionalOnRole(Role.WEB)
class FristenPages {

    private final Fristen fristen;

    FristenPages(Fristen fristen) {
        this.fristen = fristen;
    }

    @GetMapping("/fristen")
    String page(@RequestParam Map<String, String> angaben, Model model) {
        var form = new Formular(angaben);
        var wrong = new LinkedHashMap<String, String>();
        model.addAttribute("art", form.art().name());
        var anfrage = form.read();
        model.addAttribute("angaben", shown(angaben, anfrage));
        model.addAttribute("fehler", wrong);
        if (form.isSent()) {
            switch (anfrage.read()) {
                case Gelesen.Unklar unclear -> wrong.putAll(unclear.fehler());
                case Gelesen.Frage question -> {
                    if (form.fehler().isEmpty()) {
                        show(form.art(), question.frist(), wrong, model);
                    }
                }
            }
            // Where an entry is there but cannot be read, that says more than that it is missing.
            wrong.putAll(form.fehler());
        }
        return "fristen";
    }

    /** What the fields show: days as browsers want them, whichever way they were written. */
    private static Map<String, String> shown(Map<String, String> angaben, Anfrage anfrage) {
        var shown = new LinkedHashMap<>(angaben);
        show(shown, "am", anfrage.am());
        show(shown, "versandtAm", anfrage.versandtAm());
        show(shown, "zugangAm", anfrage.zugangAm());
        return shown;
    }

    private static void show(Map<String, String> shown, String name, @Nullable LocalDate day) {
        if (day != null) {
            shown.put(name, day.toString());
        }
    }

    private void show(Art art, Frist frist, Map<String, String> wrong, Model model) {
        Fristergebnis result = fristen.compute(frist);
        switch (result) {
            case Berechnet computed -> {
                var what = art == Art.BEKANNTGABE ? "Bekannt gegeben am" : "Die Frist endet am";
                model.addAttribute("ergebnis", Ergebnis.of(what, Anzeige.day(computed.ende()), computed.schritte()));
            }
            case OhneFrist none ->
                model.addAttribute("ergebnis", Ergebnis.of(none.grund(), "Es läuft keine Frist", none.schritte()));
            case Abgelehnt refused -> wrong.putAll(Maengel.byEntry(refused));
        }
    }

    /**
     * The result in words.
     *
     * @param was what it is
     * @param tag the day, or that there is none
     * @param schritte the steps
     */
    record Ergebnis(String was, String tag, List<String> schritte) {

        static Ergebnis of(String was, String tag, List<Schritt> schritte) {
            return new Ergebnis(was, tag, schritte.stream().map(Schritt::satz).toList());
        }
    }
}
