package de.amtsfluss.forms.fehler;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** It was there and is erased, and the caller may know that. */
public final class GoneException extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    private final String sentence;

    /**
     * Leads to a page or problem detail with status 410.
     *
     * @param sentence when and why, in German
     */
    public GoneException(String sentence) {
        super(HttpStatus.GONE, Problem.ERASED.detail(sentence), null);
        this.sentence = sentence;
    }

    /** When and why, in German. */
    public String sentence() {
        return sentence;
    }
}
