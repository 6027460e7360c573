package de.amtsfluss.forms.sensorik;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Sensorik;
import de.amtsfluss.processes.Sensorik.Ausbau;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Sensors are taken off their objects by machines. */
@RestController
@RequestMapping("/api/sensoren/{objekt}/sensoren/{devEui}")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Sensoren")
class AusbauApi {

    private final ObjectProvider<Sensorik> sensorik;

    AusbauApi(ObjectProvider<Sensorik> sensorik) {
        this.sensorik = sensorik;
    }

    @DeleteMapping
    @Operation(
            summary = "Nimmt einen Sensor von seinem Objekt ab",
            description = "Was er gemessen hat, bleibt beim Objekt. Ohne am gilt der Augenblick; ein Zeitpunkt in der "
                    + "Zukunft oder vor dem Einbau wird mit 409 abgelehnt.")
    ResponseEntity<?> unmount(
            @PathVariable String objekt,
            @PathVariable String devEui,
            @RequestParam(required = false) @Nullable Instant am,
            @Parameter(hidden = true) Akteur akteur) {
        if (!akteur.gruppen().contains(Sensorik.GRUPPE)) {
            return Problem.FORBIDDEN.answer();
        }
        var known = sensorik.getIfAvailable();
        var done = known == null ? Ausbau.NICHT_DORT : known.ausbauen(objekt, devEui, am, akteur);
        return switch (done) {
            case AUSGEBAUT -> ResponseEntity.noContent().build();
            case NICHT_ERLAUBT -> Problem.FORBIDDEN.answer();
            case NICHT_DORT -> Problem.NOT_FOUND.answer(AusbauPages.sentence(done));
            case VOR_BEGINN, IN_ZUKUNFT -> Problem.CONFLICT.answer(AusbauPages.sentence(done));
        };
    }
}
