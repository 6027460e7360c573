package de.amtsfluss.forms.vertretungen;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Vertretungen;
import de.amtsfluss.processes.Vertretungen.NeueVertretung;
import de.amtsfluss.processes.Vertretungen.Outcome;
import de.amtsfluss.processes.Vertretungen.Vertretung;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Vertretungen of the caller for machines. */
@RestController
@RequestMapping("/api/vertretungen")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Vertretungen", description = "Wer die angemeldete Person vertritt, und wen sie vertritt")
class VertretungenApi {

    private final Vertretungen vertretungen;

    VertretungenApi(Vertretungen vertretungen) {
        this.vertretungen = vertretungen;
    }

    @GetMapping
    @Operation(summary = "Vertretungen, die noch nicht vorbei sind")
    List<Vertretung> list(@Parameter(hidden = true) Akteur akteur) {
        return vertretungen.of(akteur);
    }

    @PostMapping
    @Operation(summary = "Trägt eine Vertretung für die angemeldete Person ein; 422 mit einem Satz je Feld")
    ResponseEntity<Object> enter(@RequestBody NeueVertretung wanted, @Parameter(hidden = true) Akteur akteur) {
        return answer(vertretungen.enter(wanted, akteur), HttpStatus.CREATED);
    }

    @PostMapping("/{id}/ende")
    @Operation(summary = "Beendet eine Vertretung der angemeldeten Person")
    ResponseEntity<Object> end(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        return answer(vertretungen.end(id, akteur), HttpStatus.OK);
    }

    private static ResponseEntity<Object> answer(Outcome outcome, HttpStatus status) {
        return switch (outcome) {
            case Outcome.Done done -> ResponseEntity.status(status).body(done.vertretung());
            case Outcome.NotFound ignored -> Problem.NOT_FOUND.answer();
            case Outcome.Invalid invalid -> Problem.INVALID_VALUES.answer(invalid.messages());
        };
    }
}
