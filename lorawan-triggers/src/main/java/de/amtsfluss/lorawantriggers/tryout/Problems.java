package de.amtsfluss.lorawantriggers.tryout;

import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** The problem details (RFC 9457) of this interface; the type is the contract, as everywhere in the application. */
final class Problems {

    private Problems() {}

    static ResponseEntity<ProblemDetail> forbidden() {
        return problem(HttpStatus.FORBIDDEN, "nicht-erlaubt", "Nicht erlaubt", "Dafür fehlt die Berechtigung.");
    }

    static ResponseEntity<ProblemDetail> unusable(String sentence) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "ungueltige-werte", "Bitte prüfen Sie die Angaben", sentence);
    }

    static ResponseEntity<ProblemDetail> refused(List<String> findings) {
        var answer = problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "geraetetyp-abgelehnt",
                "Gerätetyp abgelehnt",
                "Der Gerätetyp kann so nicht verwendet werden. Es wurde nichts gespeichert. " + findings.getFirst()
                        + (findings.size() > 1 ? " (und %d weitere Befunde)".formatted(findings.size() - 1) : ""));
        var body = answer.getBody();
        if (body != null) {
            body.setProperty("befunde", findings);
        }
        return answer;
    }

    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String type, String title, String sentence) {
        var detail = ProblemDetail.forStatusAndDetail(status, sentence);
        detail.setType(URI.create("urn:amtsfluss:problem:" + type));
        detail.setTitle(title);
        return ResponseEntity.status(status).body(detail);
    }
}
