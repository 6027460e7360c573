package de.amtsfluss.forms.portal;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Antraege;
import de.amtsfluss.processes.Antraege.Antrag;
import de.amtsfluss.processes.Antraege.Einreichung;
import de.amtsfluss.processes.Antraege.Leistung;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Kanal;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Applications that other systems of the office hand over. */
@RestController
@AnswersWithProblems
@RequestMapping("/api/antraege")
@ConditionalOnRole(Role.WEB)
@Tag(name = "Anträge", description = "Anträge, Anmeldungen und Anzeigen")
class AntraegeApi {

    private final Antraege antraege;

    AntraegeApi(Antraege antraege) {
        this.antraege = antraege;
    }

    @GetMapping
    @Operation(summary = "Was beantragt werden kann")
    List<Leistung> leistungen() {
        return antraege.leistungen();
    }

    @PostMapping("/{verfahren}")
    @Operation(
            summary = "Einen Antrag aufnehmen",
            description = "Dieselbe id mit denselben Angaben gibt denselben Vorgang; so schadet keine Wiederholung.")
    ResponseEntity<Object> submit(
            @PathVariable String verfahren,
            @RequestParam UUID id,
            @RequestParam Kanal kanal,
            @RequestBody Map<String, @Nullable Object> angaben,
            @Parameter(hidden = true) Akteur akteur) {
        return switch (antraege.einreichen(new Antrag(id, verfahren, kanal, angaben, null, akteur))) {
            case Einreichung.Angenommen taken -> {
                var vorgang = taken.vorgang();
                yield ResponseEntity.created(URI.create("/api/vorgaenge/" + vorgang.id()))
                        .body(Map.of(
                                "vorgang", vorgang.id().toString(),
                                "aktenzeichen", vorgang.aktenzeichen(),
                                "zugangscode", taken.zugangscode()));
            }
            case Einreichung.Unvollstaendig not -> Problem.INVALID_VALUES.answer(not.maengel());
            case Einreichung.Abgelehnt not -> Problem.CONFLICT.answer(not.satz());
        };
    }
}
