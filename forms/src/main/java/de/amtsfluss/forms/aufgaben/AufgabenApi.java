package de.amtsfluss.forms.aufgaben;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.AufgabeKey;
import de.amtsfluss.processes.Aufgaben;
import de.amtsfluss.processes.Aufgaben.Outcome;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Formulare;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The tasklist for machines: the same services as the pages, so the same rules. */
@RestController
@RequestMapping("/api/aufgaben")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Aufgaben", description = "Offene Aufgaben der angemeldeten Person oder Maschine")
class AufgabenApi {

    private final Aufgaben aufgaben;
    private final Formulare formulare;
    private final JsonMapper json;

    AufgabenApi(Aufgaben aufgaben, Formulare formulare, JsonMapper json) {
        this.aufgaben = aufgaben;
        this.formulare = formulare;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "Aufgaben, die übernommen werden können oder übernommen sind, die dringendste zuerst")
    List<AufgabeJson> list(@Parameter(hidden = true) Akteur akteur) {
        return aufgaben.list(akteur).stream().map(AufgabeJson::of).toList();
    }

    @GetMapping("/{key}")
    @Operation(summary = "Eine Aufgabe mit Anleitung und Formular (form-js)")
    AufgabeJson.Detail task(@PathVariable long key, @Parameter(hidden = true) Akteur akteur) {
        var id = new AufgabeKey(key);
        var aufgabe = aufgaben.find(id, akteur).orElseThrow(NotFoundException::new);
        var schema = Optional.ofNullable(aufgabe.formular()).flatMap(formulare::schema);
        return new AufgabeJson.Detail(
                AufgabeJson.of(aufgabe),
                aufgaben.anleitung(id, akteur),
                schema.map(json::readTree).orElse(null));
    }

    @PostMapping("/{key}/uebernahme")
    @Operation(summary = "Übernimmt die Aufgabe; 204 erledigt, 202 wird nachgeholt, 409 nicht möglich")
    ResponseEntity<Object> claim(@PathVariable long key, @Parameter(hidden = true) Akteur akteur) {
        return answer(aufgaben.claim(new AufgabeKey(key), akteur));
    }

    @PostMapping("/{key}/rueckgabe")
    @Operation(summary = "Gibt die Aufgabe an die Gruppe zurück")
    ResponseEntity<Object> unclaim(@PathVariable long key, @Parameter(hidden = true) Akteur akteur) {
        return answer(aufgaben.unclaim(new AufgabeKey(key), akteur));
    }

    @PostMapping(path = "/{key}/erledigung", consumes = "application/json")
    @Operation(summary = "Erledigt die Aufgabe mit den Werten des Formulars; 422 mit einem Satz je Feld unter fehler")
    ResponseEntity<Object> complete(
            @PathVariable long key,
            @RequestBody Map<String, @Nullable Object> values,
            @Parameter(hidden = true) Akteur akteur) {
        return answer(aufgaben.complete(new AufgabeKey(key), akteur, values));
    }

    private static ResponseEntity<Object> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done ignored -> ResponseEntity.noContent().build();
            case Outcome.Accepted ignored ->
                ResponseEntity.status(HttpStatus.ACCEPTED).build();
            case Outcome.NotFound ignored -> Problem.NOT_FOUND.answer();
            case Outcome.Conflict conflict -> Problem.CONFLICT.answer(conflict.sentence());
            case Outcome.Invalid invalid -> Problem.INVALID_VALUES.answer(invalid.messages());
            case Outcome.Unavailable ignored -> Problem.UNAVAILABLE.answer();
        };
    }
}
