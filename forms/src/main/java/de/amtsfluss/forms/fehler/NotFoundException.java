package de.amtsfluss.forms.fehler;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** There is no such thing, or the caller may not know of it: both look the same. */
public final class NotFoundException extends ErrorResponseException {

    /** Leads to a page or problem detail with status 404. */
    public NotFoundException() {
        super(HttpStatus.NOT_FOUND, Problem.NOT_FOUND.detail(), null);
    }
}
