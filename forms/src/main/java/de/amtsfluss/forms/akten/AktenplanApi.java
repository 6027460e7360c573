package de.amtsfluss.forms.akten;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Aktenplan;
import de.amtsfluss.processes.Aktenplan.Import;
import de.amtsfluss.processes.Aktenplaneinheit;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The Aktenplan for machines. */
@RestController
@RequestMapping("/api/aktenplan")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Aktenplan", description = "Einheiten des Aktenplans")
class AktenplanApi {

    private final Aktenplan aktenplan;

    AktenplanApi(Aktenplan aktenplan) {
        this.aktenplan = aktenplan;
    }

    @GetMapping
    @Operation(summary = "Die Einheiten des Aktenplans")
    List<Aktenplaneinheit> units() {
        return aktenplan.units();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Übernimmt eine neuere Fassung eines Aktenplans",
            description =
                    "Die Nachricht Aktenplan.Aktenplan.0301 von xdomea 3.1, höchstens 5 MB. Einheiten, die fehlen, werden stillgelegt. Nur für die Prozess-Freigabe.")
    @ApiResponse(responseCode = "200", description = "Übernommen")
    @ApiResponse(responseCode = "422", description = "Abgelehnt; befunde nennt alles, was nicht stimmt")
    ResponseEntity<?> load(@RequestParam MultipartFile datei, @Parameter(hidden = true) Akteur akteur)
            throws IOException {
        try (var xml = datei.getInputStream()) {
            return switch (aktenplan.load(xml, akteur)) {
                case Import.Loaded loaded -> ResponseEntity.ok(loaded);
                case Import.NotAllowed ignored -> Problem.FORBIDDEN.answer();
                case Import.Refused refused -> {
                    var detail = Problem.AKTENPLAN_REFUSED.detail();
                    detail.setProperty("befunde", refused.findings());
                    yield ResponseEntity.of(detail).build();
                }
            };
        }
    }
}
