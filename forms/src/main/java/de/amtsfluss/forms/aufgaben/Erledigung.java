package de.amtsfluss.forms.aufgaben;

import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.AufgabeKey;
import de.amtsfluss.processes.Aufgaben;
import de.amtsfluss.processes.Aufgaben.Outcome;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Takes the values of a form from the task's page. Answers its script with the page to go to or a problem detail; the
 * message for the person waits on the next page.
 */
@Controller
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
class Erledigung {

    private final Aufgaben aufgaben;

    Erledigung(Aufgaben aufgaben) {
        this.aufgaben = aufgaben;
    }

    @PostMapping(path = "/aufgaben/{key}/erledigung", consumes = "application/json")
    ResponseEntity<Object> complete(
            @PathVariable long key,
            @RequestBody Map<String, @Nullable Object> values,
            Akteur akteur,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (aufgaben.complete(new AufgabeKey(key), akteur, values)) {
            case Outcome.Done ignored -> next(Meldung.success("Die Aufgabe ist erledigt."), request, response);
            case Outcome.Accepted ignored -> next(Meldung.later("Ihre Eingabe"), request, response);
            case Outcome.NotFound ignored -> Problem.NOT_FOUND.answer();
            case Outcome.Conflict conflict -> Problem.CONFLICT.answer(conflict.sentence());
            case Outcome.Invalid invalid -> Problem.INVALID_VALUES.answer(invalid.messages());
            case Outcome.Unavailable ignored -> Problem.UNAVAILABLE.answer();
        };
    }

    private static ResponseEntity<Object> next(
            Meldung message, HttpServletRequest request, HttpServletResponse response) {
        var page = request.getContextPath() + "/aufgaben";
        RequestContextUtils.getOutputFlashMap(request).put("meldung", message);
        RequestContextUtils.saveOutputFlashMap(page, request, response);
        return ResponseEntity.status(HttpStatus.OK).body(Map.of("weiter", page));
    }
}
