package de.amtsfluss.forms.portal;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.Antraege.Aenderung;
import de.amtsfluss.processes.Antraege.Antrag;
import de.amtsfluss.processes.Antraege.Einreichung;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.Role;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes the values of application forms from the script of their pages, and answers with the page to go to. */
@Controller
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
class AntragAnnahme {

    private final Antraege antraege;
    private final Zugaenge zugaenge;

    AntragAnnahme(Antraege antraege, Zugaenge zugaenge) {
        this.antraege = antraege;
        this.zugaenge = zugaenge;
    }

    @PostMapping(path = "/portal/leistungen/{verfahren}", consumes = "application/json")
    ResponseEntity<Object> submit(
            @PathVariable String verfahren,
            @RequestParam UUID id,
            @RequestBody Map<String, @Nullable Object> angaben,
            Optional<Akteur> akteur,
            HttpServletRequest request,
            HttpSession session) {
        return answer(
                antraege.einreichen(new Antrag(id, verfahren, Kanal.PORTAL, angaben, akteur.orElse(null), null)),
                request,
                session);
    }

    @PostMapping(path = "/antraege/{verfahren}", consumes = "application/json")
    ResponseEntity<Object> record(
            @PathVariable String verfahren,
            @RequestParam UUID id,
            @RequestParam Kanal kanal,
            @RequestBody Map<String, @Nullable Object> angaben,
            Akteur akteur,
            HttpServletRequest request,
            HttpSession session) {
        return answer(antraege.einreichen(new Antrag(id, verfahren, kanal, angaben, null, akteur)), request, session);
    }

    @PostMapping(path = "/portal/antraege/{id}/angaben", consumes = "application/json")
    ResponseEntity<Object> supplement(
            @PathVariable UUID id,
            @RequestBody Map<String, @Nullable Object> angaben,
            Optional<Akteur> akteur,
            HttpServletRequest request,
            HttpSession session) {
        var zugang = zugaenge.find(id, akteur, session).zugang();
        return switch (antraege.ergaenzen(zugang, angaben)) {
            case Aenderung.Geaendert ignored -> next(request, "/portal/antraege/" + id + "?geaendert");
            case Aenderung.Unvollstaendig not -> Problem.INVALID_VALUES.answer(not.maengel());
            case Aenderung.ZuSpaet not -> Problem.CONFLICT.answer(not.satz());
            case Aenderung.Unbekannt ignored -> Problem.NOT_FOUND.answer();
        };
    }

    private ResponseEntity<Object> answer(Einreichung einreichung, HttpServletRequest request, HttpSession session) {
        return switch (einreichung) {
            case Einreichung.Angenommen taken -> {
                var vorgang = taken.vorgang();
                zugaenge.remember(session, vorgang.id(), vorgang.aktenzeichen(), taken.zugangscode());
                yield next(request, "/portal/antraege/" + vorgang.id() + "/eingang");
            }
            case Einreichung.Unvollstaendig not -> Problem.INVALID_VALUES.answer(not.maengel());
            case Einreichung.Abgelehnt not -> Problem.CONFLICT.answer(not.satz());
        };
    }

    private static ResponseEntity<Object> next(HttpServletRequest request, String page) {
        return ResponseEntity.ok(Map.of("weiter", request.getContextPath() + page));
    }
}
