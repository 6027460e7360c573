package de.amtsfluss.forms.anzeige;

import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a page tells a person about what they just did.
 *
 * @param kind the kind of alert: success, info, warning, danger
 * @param title the sentence
 * @param gruende more sentences, one per reason
 */
public record Meldung(String kind, String title, List<String> gruende) {

    /** The engine does not answer. */
    public static final Meldung UNAVAILABLE = new Meldung(
            "danger",
            "Das System antwortet zurzeit nicht. Es wurde nichts geändert. Bitte versuchen Sie es gleich noch einmal.",
            List.of());

    /** Something is done. */
    public static Meldung success(String sentence) {
        return new Meldung("success", sentence, List.of());
    }

    /** Nothing was done, and nothing is wrong. */
    public static Meldung info(String sentence) {
        return new Meldung("info", sentence, List.of());
    }

    /** Something cannot be done. */
    public static Meldung warning(String sentence) {
        return new Meldung("warning", sentence, List.of());
    }

    /** Something cannot be done, for reasons that are more sentences. */
    public static Meldung refused(String sentence, List<String> gruende) {
        return new Meldung("warning", sentence, gruende);
    }

    /** Something is kept and will be done as soon as the engine answers again. */
    public static Meldung later(String what) {
        return info(what + " ist gespeichert und wird nachgeholt, sobald das System wieder antwortet.");
    }

    /** Shows it on the next page. */
    public String on(String page, RedirectAttributes next) {
        next.addFlashAttribute("meldung", this);
        return "redirect:" + page;
    }
}
