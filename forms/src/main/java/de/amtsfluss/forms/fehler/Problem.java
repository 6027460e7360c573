package de.amtsfluss.forms.fehler;

import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The problem details (RFC 9457) of the HTTP interface; the type is the contract, title and detail are for people. */
public enum Problem {
    /** The call carries no valid token. */
    NOT_AUTHENTICATED(HttpStatus.UNAUTHORIZED, "nicht-angemeldet", "Anmeldung nötig", "Es fehlt ein gültiges Token."),
    /** The caller is known but may not do this. */
    FORBIDDEN(HttpStatus.FORBIDDEN, "nicht-erlaubt", "Nicht erlaubt", "Dafür fehlt die Berechtigung."),
    /** There is no such thing, or the caller may not see it. */
    NOT_FOUND(HttpStatus.NOT_FOUND, "nicht-gefunden", "Nicht gefunden", "Das gibt es nicht oder nicht mehr."),
    /** It was there and is erased; {@code detail} says when and why. */
    ERASED(HttpStatus.GONE, "geloescht", "Gelöscht", "Das wurde gelöscht."),
    /** Its state does not allow it. */
    CONFLICT(HttpStatus.CONFLICT, "konflikt", "Nicht möglich", "Der Stand lässt das nicht zu."),
    /** Values of a form are wrong; {@code fehler} has a sentence per field. */
    INVALID_VALUES(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "ungueltige-werte",
            "Bitte prüfen Sie die Angaben",
            "Einige Angaben fehlen oder stimmen nicht. Es wurde nichts gespeichert."),
    /** A decision table could not decide; {@code detail} says why. */
    NOT_DECIDED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "nicht-entschieden",
            "Nicht entschieden",
            "Mit diesen Angaben kann die Tabelle nicht entscheiden."),
    /** A DMN file cannot be used; {@code detail} says why. */
    TABLE_REFUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "tabelle-abgelehnt",
            "Tabelle abgelehnt",
            "Die Datei kann so nicht verwendet werden."),
    /** A file from outside is not taken in; {@code detail} says why. */
    FILE_REFUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "datei-abgelehnt",
            "Datei abgelehnt",
            "Die Datei wurde nicht angenommen."),
    /** An Aktenplan cannot be used; {@code befunde} says why. */
    AKTENPLAN_REFUSED(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "aktenplan-abgelehnt",
            "Aktenplan abgelehnt",
            "Der Aktenplan kann so nicht übernommen werden."),
    /** The process engine does not answer. */
    UNAVAILABLE(
            HttpStatus.SERVICE_UNAVAILABLE,
            "nicht-erreichbar",
            "Zurzeit nicht möglich",
            "Das System antwortet zurzeit nicht. Es wurde nichts geändert.");

    private final HttpStatus status;
    private final String type;
    private final String title;
    private final String text;

    Problem(HttpStatus status, String type, String title, String text) {
        this.status = status;
        this.type = type;
        this.title = title;
        this.text = text;
    }

    /** The problem with its own sentence. */
    public ProblemDetail detail() {
        return detail(text);
    }

    /** The problem with a sentence that says more. */
    public ProblemDetail detail(String sentence) {
        var detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(URI.create("urn:amtsfluss:problem:" + type));
        detail.setTitle(title);
        return detail;
    }

    /** The whole answer. */
    public ResponseEntity<Object> answer() {
        return answer(detail());
    }

    /** The whole answer with a sentence that says more. */
    public ResponseEntity<Object> answer(String sentence) {
        return answer(detail(sentence));
    }

    /** The whole answer with a sentence per field. */
    public ResponseEntity<Object> answer(Map<String, String> messages) {
        var detail = detail();
        detail.setProperty("fehler", messages);
        return answer(detail);
    }

    /** The problem of an HTTP status that has no type of its own. */
    public static ProblemDetail of(HttpStatusCode status) {
        for (var problem : values()) {
            if (problem.status.value() == status.value()) {
                return problem.detail();
            }
        }
        return ProblemDetail.forStatus(status);
    }

    private static ResponseEntity<Object> answer(ProblemDetail detail) {
        return ResponseEntity.of(detail).build();
    }
}
