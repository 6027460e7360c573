package de.amtsfluss.forms.aufgaben;

import java.util.List;

/**
 * What a page tells a person about what they just did.
 *
 * @param kind the kind of alert: success, info, warning, danger
 * @param title the sentence
 * @param gruende why something cannot be done, where there is more to say
 */
public record Meldung(String kind, String title, List<String> gruende) {

    static final Meldung UNAVAILABLE = new Meldung(
            "danger",
            "Das System antwortet zurzeit nicht. Es wurde nichts geändert. Bitte versuchen Sie es gleich noch einmal.",
            List.of());

    /** Something is done. */
    public static Meldung success(String sentence) {
        return new Meldung("success", sentence, List.of());
    }

    /** Something cannot be done. */
    public static Meldung warning(String sentence) {
        return new Meldung("warning", sentence, List.of());
    }

    /** Something is kept and will be done as soon as the engine answers again. */
    static Meldung later(String what) {
        return new Meldung(
                "info", what + " ist gespeichert und wird nachgeholt, sobald das System wieder antwortet.", List.of());
    }
}
