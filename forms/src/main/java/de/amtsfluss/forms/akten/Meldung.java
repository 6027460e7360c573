package de.amtsfluss.forms.akten;

import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What a page tells a person about what they just did.
 *
 * @param kind the kind of alert: success, warning
 * @param title the sentence
 * @param gruende more sentences, one per reason
 */
record Meldung(String kind, String title, List<String> gruende) {

    static Meldung success(String sentence) {
        return new Meldung("success", sentence, List.of());
    }

    static Meldung refused(String sentence, List<String> gruende) {
        return new Meldung("warning", sentence, gruende);
    }

    /** Shows it on the next page. */
    String on(String page, RedirectAttributes next) {
        next.addFlashAttribute("meldung", this);
        return "redirect:" + page;
    }
}
