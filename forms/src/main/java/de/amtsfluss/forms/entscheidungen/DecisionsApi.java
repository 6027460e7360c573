package de.amtsfluss.forms.entscheidungen;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.RuleHit;
import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decides by table for machines. Nothing is kept: the answer belongs to no Vorgang. */
@RestController
@RequestMapping("/api/decisions")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Entscheidungen", description = "Entscheidungstabellen der Verwaltung")
class DecisionsApi {

    private final DecisionTables tables;

    DecisionsApi(DecisionTables tables) {
        this.tables = tables;
    }

    @PostMapping("/{id}/evaluation")
    @Operation(
            summary = "Entscheidet durch eine Tabelle und nennt den Grund",
            description =
                    "Tage und Zeiten sind Texte nach ISO 8601. Der Stichtag bestimmt, welche Sätze und Schwellen gelten.")
    @ApiResponse(responseCode = "200", description = "Entschieden")
    @ApiResponse(
            responseCode = "422",
            description = "Die Tabelle kann nicht entscheiden; detail nennt Tabelle, Zeile und Eingabe",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<?> evaluate(@PathVariable String id, @RequestBody Question question) {
        return switch (tables.evaluate(decision(id), question.facts())) {
            case Decided decided -> ResponseEntity.ok(Answer.of(decided));
            case NotDecided not -> Problem.NOT_DECIDED.answer(not.sentence());
        };
    }

    /** What is no id of a decision is the id of none. */
    private static DecisionId decision(String id) {
        try {
            return new DecisionId(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    /**
     * What is asked.
     *
     * @param eingaben the facts by the names the table uses
     * @param stichtag the day that counts for rates and thresholds; tables that are valid without limit do not need it
     */
    record Question(
            @Nullable Map<String, @Nullable Object> eingaben,
            @Nullable LocalDate stichtag) {

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
