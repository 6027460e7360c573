package de.amtsfluss.forms.fristen;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.forms.fristen.Anfrage.Gelesen;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Erinnerung;
import de.amtsfluss.processes.Frist;
import de.amtsfluss.processes.Fristen;
import de.amtsfluss.processes.Fristergebnis.Abgelehnt;
import de.amtsfluss.processes.Fristergebnis.Berechnet;
import de.amtsfluss.processes.Fristergebnis.OhneFrist;
import de.amtsfluss.processes.Fristergebnis.Schritt;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Computes periods for machines. Nothing is kept. */
@RestController
@RequestMapping("/api/fristen")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Fristen", description = "Fristen nach § 31 VwVfG NRW und §§ 187 bis 193 BGB")
class FristenApi {

    private final Fristen fristen;

    FristenApi(Fristen fristen) {
        this.fristen = fristen;
    }

    @PostMapping("/berechnung")
    @Operation(
            summary = "Berechnet das Ende einer Frist und nennt jeden Schritt",
            description =
                    "ABLAUF und RUECKLAUF brauchen am, zahl und einheit; BEKANNTGABE und RECHTSBEHELF brauchen versandtAm. Ohne ende läuft keine Frist, und grund sagt, warum.")
    @ApiResponse(
            responseCode = "200",
            description = "Berechnet",
            content = @Content(schema = @Schema(implementation = Antwort.class)))
    @ApiResponse(
            responseCode = "422",
            description = "Angaben fehlen oder stimmen nicht; fehler nennt sie",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<?> compute(@RequestBody Anfrage anfrage) {
        return switch (anfrage.read()) {
            case Gelesen.Unklar unclear -> Problem.INVALID_VALUES.answer(unclear.fehler());
            case Gelesen.Frage question -> answer(question.frist(), anfrage);
        };
    }

    private ResponseEntity<?> answer(Frist frist, Anfrage anfrage) {
        return switch (fristen.compute(frist)) {
            case Berechnet computed -> ResponseEntity.ok(answer(computed, anfrage));
            case OhneFrist none -> ResponseEntity.ok(new Antwort(null, null, none.grund(), none.schritte(), List.of()));
            case Abgelehnt refused -> Problem.INVALID_VALUES.answer(Maengel.byEntry(refused));
        };
    }

    private Antwort answer(Berechnet computed, Anfrage anfrage) {
        return new Antwort(
                computed.ende(),
                computed.endetUm(),
                null,
                computed.schritte(),
                fristen.erinnerungen(computed.ende(), anfrage.reminders()).stream()
                        .map(Erinnerungstag::of)
                        .toList());
    }

    /**
     * What was computed.
     *
     * @param ende the last day, or the day of the Bekanntgabe; missing where no period runs
     * @param endetUm the last second of that day in Berlin
     * @param grund why no period runs
     * @param schritte how it came about
     * @param erinnerungen the reminders that were asked for, the earliest first
     */
    record Antwort(
            @Nullable LocalDate ende,
            @Nullable OffsetDateTime endetUm,
            @Nullable String grund,
            List<Schritt> schritte,
            List<Erinnerungstag> erinnerungen) {}

    /**
     * A reminder.
     *
     * @param arbeitstage how many working days it is away from the end
     * @param am its day
     * @param zeitpunkt when work begins on that day
     * @param satz what it says
     */
    record Erinnerungstag(int arbeitstage, LocalDate am, OffsetDateTime zeitpunkt, String satz) {

        static Erinnerungstag of(Erinnerung erinnerung) {
            return new Erinnerungstag(
                    erinnerung.arbeitstage(), erinnerung.am(), erinnerung.zeitpunkt(), erinnerung.satz());
        }
    }
}
