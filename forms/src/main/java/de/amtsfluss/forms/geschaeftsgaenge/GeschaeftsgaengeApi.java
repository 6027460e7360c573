package de.amtsfluss.forms.geschaeftsgaenge;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Geschaeftsgaenge;
import de.amtsfluss.processes.Geschaeftsgaenge.Outcome;
import de.amtsfluss.processes.Geschaeftsgaenge.Start;
import de.amtsfluss.processes.GeschaeftsgangId;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.VorgangId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The Geschäftsgänge for machines: the same service as the pages, so the same rules. */
@RestController
@RequestMapping("/api/geschaeftsgaenge")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Geschäftsgänge", description = "Laufwege der Vorgänge; die Schritte selbst sind Aufgaben")
class GeschaeftsgaengeApi {

    private final Geschaeftsgaenge geschaeftsgaenge;

    GeschaeftsgaengeApi(Geschaeftsgaenge geschaeftsgaenge) {
        this.geschaeftsgaenge = geschaeftsgaenge;
    }

    @GetMapping
    @Operation(summary = "Geschäftsgänge eines Vorgangs, der neueste zuerst")
    List<GeschaeftsgangJson> list(@RequestParam UUID vorgang, @Parameter(hidden = true) Akteur akteur) {
        return geschaeftsgaenge.of(new VorgangId(vorgang), akteur).stream()
                .map(GeschaeftsgangJson::of)
                .toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Ein Geschäftsgang mit seinem Laufweg")
    GeschaeftsgangJson get(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        return geschaeftsgaenge
                .find(new GeschaeftsgangId(id), akteur)
                .map(GeschaeftsgangJson::of)
                .orElseThrow(NotFoundException::new);
    }

    @PostMapping
    @Operation(
            summary = "Startet einen Geschäftsgang; 201, 409 wenn schon einer läuft, 422 mit einem Satz je Feld",
            description = "Ohne stufe kommt ein Schritt nach dem anderen; parallel stellt ihn neben den vorigen.")
    ResponseEntity<Object> start(@RequestBody Startwunsch wunsch, @Parameter(hidden = true) Akteur akteur) {
        var messages = new LinkedHashMap<String, String>();
        if (wunsch.vorgang() == null) {
            messages.put("vorgang", "Bitte geben Sie den Vorgang an.");
        }
        for (var i = 0; i < wunsch.steps().size(); i++) {
            wunsch.steps().get(i).check("schritte[%d].".formatted(i), messages);
        }
        if (!messages.isEmpty()) {
            return Problem.INVALID_VALUES.answer(messages);
        }
        return answer(geschaeftsgaenge.start(wunsch.start(), akteur), HttpStatus.CREATED);
    }

    @PostMapping("/{id}/schritte")
    @Operation(summary = "Fügt einen Schritt in den noch nicht begonnenen Teil ein, vor oder (parallel) in eine Stufe")
    ResponseEntity<Object> insert(
            @PathVariable UUID id, @RequestBody Schritteingabe eingabe, @Parameter(hidden = true) Akteur akteur) {
        var messages = new LinkedHashMap<String, String>();
        eingabe.check("", messages);
        if (eingabe.stufe() == null) {
            messages.put("stufe", "Bitte geben Sie die Stufe an.");
        }
        if (!messages.isEmpty()) {
            return Problem.INVALID_VALUES.answer(messages);
        }
        var schritt = eingabe.step(Objects.requireNonNull(eingabe.stufe()));
        return answer(geschaeftsgaenge.insert(new GeschaeftsgangId(id), schritt, akteur), HttpStatus.OK);
    }

    @PostMapping("/{id}/schritte/{schritt}/ueberspringen")
    @Operation(summary = "Überspringt einen Schritt, der noch nicht begonnen hat; er bleibt im Laufweg")
    ResponseEntity<Object> skip(
            @PathVariable UUID id,
            @PathVariable UUID schritt,
            @RequestBody Grund grund,
            @Parameter(hidden = true) Akteur akteur) {
        return answer(geschaeftsgaenge.skip(new GeschaeftsgangId(id), schritt, grund.text(), akteur), HttpStatus.OK);
    }

    @PostMapping("/{id}/schritte/{schritt}/verschieben")
    @Operation(summary = "Verschiebt eine Wiedervorlage, die noch nicht fällig ist")
    ResponseEntity<Object> move(
            @PathVariable UUID id,
            @PathVariable UUID schritt,
            @RequestBody Grund grund,
            @Parameter(hidden = true) Akteur akteur) {
        var am = grund.am();
        return am == null
                ? Problem.INVALID_VALUES.answer(Map.of("am", "Bitte geben Sie den neuen Tag an."))
                : answer(
                        geschaeftsgaenge.move(new GeschaeftsgangId(id), schritt, am, grund.text(), akteur),
                        HttpStatus.OK);
    }

    private static ResponseEntity<Object> answer(Outcome outcome, HttpStatus status) {
        return switch (outcome) {
            case Outcome.Done done -> ResponseEntity.status(status).body(GeschaeftsgangJson.of(done.geschaeftsgang()));
            case Outcome.NotFound ignored -> Problem.NOT_FOUND.answer();
            case Outcome.Conflict conflict -> Problem.CONFLICT.answer(conflict.sentence());
            case Outcome.Invalid invalid -> Problem.INVALID_VALUES.answer(invalid.messages());
        };
    }

    /**
     * What a machine sends to start one.
     *
     * @param vorgang the Vorgang
     * @param dokument the draft that is signed
     * @param schritte the Laufweg
     */
    record Startwunsch(
            @Nullable UUID vorgang,
            @Nullable UUID dokument,
            @Nullable List<Schritteingabe> schritte) {

        List<Schritteingabe> steps() {
            return schritte == null ? List.of() : schritte;
        }

        Start start() {
            return new Start(
                    new VorgangId(Objects.requireNonNull(vorgang)),
                    dokument == null ? null : new DokumentId(dokument),
                    Schritteingabe.laufweg(steps()));
        }
    }

    /**
     * Why something is changed.
     *
     * @param begruendung the reason
     * @param am the new day of a Wiedervorlage
     */
    record Grund(@Nullable String begruendung, @Nullable LocalDate am) {

        String text() {
            return begruendung == null ? "" : begruendung;
        }
    }
}
