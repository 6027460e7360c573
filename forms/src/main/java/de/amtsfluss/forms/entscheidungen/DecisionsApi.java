package de.amtsfluss.forms.entscheidungen;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.DecisionTrials;
import de.amtsfluss.decisiontables.DecisionTrials.Trial;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.RuleHit;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Entscheidungen.Replay;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Decides by table for machines. Nothing is kept: the answer belongs to no Vorgang. */
@RestController
@RequestMapping("/api/decisions")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Entscheidungen", description = "Entscheidungstabellen der Verwaltung")
class DecisionsApi {

    private static final int MOST_REPLAYED = 10_000;

    private final DecisionTables tables;
    private final DecisionTrials trials;
    private final Entscheidungen entscheidungen;

    DecisionsApi(DecisionTables tables, DecisionTrials trials, Entscheidungen entscheidungen) {
        this.tables = tables;
        this.trials = trials;
        this.entscheidungen = entscheidungen;
    }

    @PostMapping("/{id}/evaluation")
    @Operation(
            summary = "Entscheidet durch eine Tabelle und nennt den Grund",
            description =
                    "Tage und Zeiten sind Texte nach ISO 8601. Der Stichtag bestimmt, welche Sätze und Schwellen gelten.")
    @ApiResponse(responseCode = "200", description = "Entschieden")
    @ApiResponse(
            responseCode = "404",
            description = "Es gibt keine solche Tabelle oder Version",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Die Tabelle kann nicht entscheiden; detail nennt Tabelle, Zeile und Eingabe",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<?> evaluate(@PathVariable String id, @RequestBody Question question) {
        var version = question.version();
        var result = version == null
                ? tables.evaluate(DecisionIds.of(id), question.facts())
                : tables.evaluate(DecisionIds.of(id), version, question.facts());
        return switch (result) {
            case Decided decided -> ResponseEntity.ok(Answer.of(decided));
            case NotDecided not -> (not.known() ? Problem.NOT_DECIDED : Problem.NOT_FOUND).answer(not.sentence());
        };
    }

    @PostMapping(path = "/{id}/replay", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Rechnet vergangene Entscheidungen mit einer geänderten Tabelle nach",
            description =
                    "Nennt, welche Ergebnisse sich ändern würden, wie oft, mit je drei Beispielen. Es wird nichts gespeichert. Nur für die Prozess-Freigabe.")
    ResponseEntity<?> replay(
            @PathVariable String id,
            @RequestParam MultipartFile datei,
            @RequestParam(required = false) @Nullable Instant seit,
            @RequestParam(defaultValue = "" + MOST_REPLAYED) int hoechstens,
            @Parameter(hidden = true) Akteur akteur)
            throws IOException {
        if (!akteur.releases()) {
            return Problem.FORBIDDEN.answer();
        }
        var decision = DecisionIds.of(id);
        var name = Objects.requireNonNullElse(datei.getOriginalFilename(), id);
        return switch (trials.of(List.of(new DmnFile(name, datei.getBytes())), Strictness.OFFICE)) {
            case Trial.Refused refused -> Befund.refused(refused.findings());
            case Trial.Ready ready -> replay(decision, ready, seit, hoechstens, akteur);
        };
    }

    private ResponseEntity<?> replay(
            DecisionId decision, Trial.Ready trial, @Nullable Instant since, int limit, Akteur akteur) {
        if (!trial.decisions().contains(decision)) {
            return Problem.TABLE_REFUSED.answer(
                    "Expected the file to decide '%s', but it decides %s.".formatted(decision, trial.decisions()));
        }
        var from = Objects.requireNonNullElse(since, Instant.EPOCH);
        return switch (entscheidungen.replay(akteur, trial.tables(), decision, from, limit)) {
            case Replay.Done done -> ResponseEntity.ok(done.nachrechnung());
            case Replay.NotAllowed not -> Problem.FORBIDDEN.answer();
        };
    }

    /**
     * What is asked.
     *
     * @param eingaben the facts by the names the table uses
     * @param stichtag the day that counts for rates and thresholds; tables that are valid without limit do not need it
     * @param version the version of the table; the current one if it is missing
     */
    record Question(
            @Nullable Map<String, @Nullable Object> eingaben,
            @Nullable LocalDate stichtag,
            @Nullable Integer version) {

        Map<String, @Nullable Object> facts() {
            var facts = new HashMap<String, @Nullable Object>();
            if (eingaben != null) {
                facts.putAll(eingaben);
            }
            if (stichtag != null) {
                facts.put("stichtag", stichtag);
            }
            return facts;
        }
    }

    /**
     * What was decided.
     *
     * @param tabelle the id of the table
     * @param version the version of the table
     * @param ergebnisse the rows of outputs
     * @param zeilen the rows that decided, with their annotations
     * @param begruendung the answer and its reason in German
     */
    record Answer(
            String tabelle,
            int version,
            List<Map<String, Object>> ergebnisse,
            List<RuleHit> zeilen,
            String begruendung) {

        static Answer of(Decided decided) {
            return new Answer(
                    decided.decision().value(),
                    decided.version(),
                    decided.outputs(),
                    decided.rules(),
                    decided.sentence());
        }
    }
}
