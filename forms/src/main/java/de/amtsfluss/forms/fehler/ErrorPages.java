package de.amtsfluss.forms.fehler;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers every request that failed: machines get a problem detail, people a page that says what to do. Neither learns
 * what went wrong inside.
 */
@Controller
@Hidden
@ConditionalOnRole(Role.WEB)
class ErrorPages implements ErrorController {

    private static final Map<Integer, Text> TEXTS = Map.of(
            401,
            new Text(
                    "Die Anmeldung hat nicht geklappt",
                    "Sie sind nicht angemeldet, oder die Anmeldung wurde abgebrochen.",
                    "Bitte melden Sie sich noch einmal an. Klappt es wieder nicht, wenden Sie sich an Ihre IT-Betreuung."),
            403,
            new Text(
                    "Das ist hier nicht erlaubt",
                    "Entweder fehlt Ihnen die Berechtigung, oder die Seite war zu lange geöffnet.",
                    "Bitte öffnen Sie die Seite neu und versuchen Sie es noch einmal."),
            404,
            new Text(
                    "Diese Seite gibt es nicht",
                    "Die Aufgabe, der Vorgang oder das Dokument ist nicht vorhanden, schon erledigt oder nicht für Sie bestimmt.",
                    "Bitte gehen Sie zurück zu Ihren Aufgaben."));
    private static final Text CLIENT = new Text(
            "Die Anfrage war nicht verständlich",
            "Die Anwendung konnte mit der Anfrage nichts anfangen. Es wurde nichts geändert.",
            "Bitte gehen Sie zurück zu Ihren Aufgaben und versuchen Sie es noch einmal.");
    private static final Text SERVER = new Text(
            "Da ist etwas schiefgegangen",
            "Der Fehler liegt bei der Anwendung, nicht bei Ihnen. Er wurde aufgezeichnet.",
            "Bitte versuchen Sie es in ein paar Minuten noch einmal. Hilft das nicht, wenden Sie sich an Ihre IT-Betreuung.");

    @RequestMapping("${server.error.path:/error}")
    Object error(HttpServletRequest request) {
        var status = status(request);
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var isForMachine = path instanceof String uri && uri.startsWith(request.getContextPath() + "/api/");
        if (status.value() == HttpStatus.GONE.value()
                && request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String sentence) {
            return isForMachine ? Problem.ERASED.answer(sentence) : page(status, gone(sentence));
        }
        return isForMachine ? ResponseEntity.of(Problem.of(status)).build() : page(status, text(status));
    }

    private static Text gone(String sentence) {
        return new Text(
                "Das ist gelöscht",
                sentence,
                "Den Löschnachweis haben Registratur, Archiv und Datenschutz. Wiederherstellen lässt sich nichts.");
    }

    private static Text text(HttpStatusCode status) {
        return TEXTS.getOrDefault(status.value(), status.is4xxClientError() ? CLIENT : SERVER);
    }

    private static ModelAndView page(HttpStatusCode status, Text text) {
        return new ModelAndView("fehler", Map.of("status", status.value(), "text", text), status);
    }

    private static HttpStatusCode status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatusCode.valueOf(code)
                : HttpStatus.NOT_FOUND;
    }

    /**
     * What a page about a failure says.
     *
     * @param title what happened, in a few words
     * @param reason why it may have happened
     * @param advice what the person can do
     */
    record Text(String title, String reason, String advice) {}
}
