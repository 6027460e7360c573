package de.amtsfluss.forms.postausgang;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Druckauftraege;
import de.amtsfluss.processes.Druckauftraege.Outcome;
import de.amtsfluss.processes.Druckauftrag;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The print queue for machines of the mail room. */
@RestController
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Druckaufträge", description = "Briefe, die die Poststelle druckt und zur Post gibt")
class DruckauftraegeApi {

    private final Druckauftraege druckauftraege;

    DruckauftraegeApi(Druckauftraege druckauftraege) {
        this.druckauftraege = druckauftraege;
    }

    @GetMapping("/api/druckauftraege")
    @Operation(summary = "Druckaufträge, der neueste zuerst")
    List<Druckauftrag> list(@Parameter(hidden = true) Akteur akteur) {
        if (!Druckauftraege.isOpenTo(akteur)) {
            throw new NotFoundException();
        }
        return druckauftraege.list(akteur);
    }

    @PostMapping("/api/druckauftraege")
    @Operation(summary = "Fasst die wartenden Briefe zu einem Druckauftrag zusammen")
    ResponseEntity<?> create(@Parameter(hidden = true) Akteur akteur) {
        return answer(druckauftraege.create(akteur));
    }

    @PostMapping("/api/druckauftraege/{id}/uebergabe")
    @Operation(
            summary = "Bestätigt die Übergabe an die Post; der Tag gilt als Aufgabe zur Post (§ 41 Abs. 2 VwVfG NRW)")
    ResponseEntity<?> confirm(
            @PathVariable UUID id, @RequestBody Uebergabe uebergabe, @Parameter(hidden = true) Akteur akteur) {
        var am = uebergabe.am();
        return am == null
                ? Problem.INVALID_VALUES.answer(Map.of("am", "Bitte geben Sie den Tag der Übergabe an."))
                : answer(druckauftraege.confirm(id, am, akteur));
    }

    @GetMapping({"/druckauftraege/{id}/pdf", "/api/druckauftraege/{id}/pdf"})
    @Operation(summary = "Die Briefe eines Druckauftrags als PDF, mit Trennblättern")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        var content = druckauftraege.pdf(id, akteur).orElseThrow(NotFoundException::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("druckauftrag-%s.pdf".formatted(id))
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(content);
    }

    private static ResponseEntity<?> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> ResponseEntity.ok(done.druckauftrag());
            case Outcome.Nothing ignored -> ResponseEntity.noContent().build();
            case Outcome.Refused refused -> Problem.CONFLICT.answer(refused.sentence());
            case Outcome.NotFound ignored -> throw new NotFoundException();
        };
    }

    /**
     * That a batch was handed over to the post.
     *
     * @param am the day
     */
    record Uebergabe(@Nullable LocalDate am) {}
}
