package de.amtsfluss.forms.akten;

import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.processes.Aktensuche;
import de.amtsfluss.processes.Aktensuche.Stelle;
import de.amtsfluss.processes.Aktensuche.Treffer;
import de.amtsfluss.processes.Aktensuche.Trefferliste;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.SucheUnavailableException;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The page on which Akten are found. */
@Controller
@ConditionalOnRole(Role.WEB)
class AktensuchePage {

    private static final Meldung UNAVAILABLE = new Meldung(
            "danger",
            "Die Suche antwortet zurzeit nicht. Bitte versuchen Sie es in ein paar Minuten noch einmal.",
            List.of());

    private final Aktensuche suche;

    AktensuchePage(Aktensuche suche) {
        this.suche = suche;
    }

    @GetMapping("/akten")
    String search(
            @ModelAttribute("anfrage") Suchanfrage anfrage, Akteur akteur, Model model, HttpServletResponse response) {
        try {
            var gesucht = !anfrage.text().isEmpty();
            return page(
                    anfrage, gesucht, gesucht ? suche.search(anfrage.anfrage(), akteur) : Trefferliste.empty(), model);
        } catch (SucheUnavailableException e) {
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            model.addAttribute("meldung", UNAVAILABLE);
            return page(anfrage, false, Trefferliste.empty(), model);
        }
    }

    private static String page(Suchanfrage anfrage, boolean gesucht, Trefferliste found, Model model) {
        model.addAttribute("gesucht", gesucht);
        model.addAttribute("treffer", found.treffer().stream().map(Zeile::of).toList());
        model.addAttribute("anzahl", count(found));
        model.addAttribute("seite", anfrage.page());
        model.addAttribute("weitere", anfrage.page() * Aktensuche.PAGE_SIZE < found.anzahl());
        return "akten";
    }

    private static String count(Trefferliste found) {
        if (found.mehr()) {
            return "Mehr als %s Treffer. Bitte grenzen Sie die Suche ein.".formatted(Anzeige.number(found.anzahl()));
        }
        return switch (found.anzahl()) {
            case 0 -> "Dazu wurde nichts gefunden, das Sie sehen dürfen.";
            case 1 -> "1 Treffer";
            default -> Anzeige.number(found.anzahl()) + " Treffer";
        };
    }

    /**
     * A hit in words.
     *
     * @param vorgang the Vorgang's id
     * @param dokument the document's id, empty if the Vorgang itself was found
     * @param titel what was found
     * @param art what kind of thing it is
     * @param aktenzeichen the reference
     * @param betreff the subject, empty if it is the title
     * @param auszug words around what was found
     */
    record Zeile(
            String vorgang,
            String dokument,
            String titel,
            String art,
            String aktenzeichen,
            String betreff,
            List<Stelle> auszug) {

        static Zeile of(Treffer hit) {
            var dokument = hit.dokument();
            return new Zeile(
                    hit.vorgang().toString(),
                    dokument == null ? "" : dokument.toString(),
                    hit.titel(),
                    Bezeichnungen.of(hit.typ()),
                    hit.aktenzeichen(),
                    dokument == null ? "" : hit.betreff(),
                    hit.auszug());
        }
    }
}
