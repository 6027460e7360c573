package de.amtsfluss.forms.posteingang;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Posteingaenge;
import de.amtsfluss.processes.Posteingaenge.Aufnahme;
import de.amtsfluss.processes.Posteingang;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The post for machines, and its files for everybody who may see it. */
@RestController
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Posteingang", description = "Post, die hereinkommt, bis zu ihrem Vorgang")
class PosteingaengeApi {

    /** What a browser shows without running anything; everything else is saved. */
    private static final Set<String> SHOWN = Set.of("application/pdf", "image/jpeg", "image/png");

    private final Posteingaenge posteingaenge;

    PosteingaengeApi(Posteingaenge posteingaenge) {
        this.posteingaenge = posteingaenge;
    }

    @GetMapping("/api/posteingaenge")
    @Operation(summary = "Die Post, die man sehen darf, die neueste zuerst")
    List<Posteingang> list(
            @RequestParam(required = false) Posteingang.@Nullable Status status,
            @Parameter(hidden = true) Akteur akteur) {
        return posteingaenge.list(status, akteur);
    }

    @GetMapping("/api/posteingaenge/{nummer}")
    @Operation(summary = "Ein Posteingang")
    Posteingang find(@PathVariable String nummer, @Parameter(hidden = true) Akteur akteur) {
        return posteingaenge.find(nummer, akteur).orElseThrow(NotFoundException::new);
    }

    @PostMapping(path = "/api/posteingaenge", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Erfasst gescannte Post",
            description = "Für die Gruppe poststelle. Dieselbe id noch einmal ändert nichts und gibt dieselbe Post.")
    @ApiResponse(responseCode = "201", description = "Erfasst")
    @ApiResponse(responseCode = "200", description = "Schon früher erfasst")
    @ApiResponse(responseCode = "422", description = "Nicht angenommen; detail sagt, warum")
    ResponseEntity<?> register(@ModelAttribute Erfassung erfassung, @Parameter(hidden = true) Akteur akteur)
            throws IOException {
        return switch (posteingaenge.aufnehmen(erfassung.post(akteur), akteur)) {
            case Aufnahme.Aufgenommen taken ->
                ResponseEntity.created(URI.create(
                                "/api/posteingaenge/" + taken.posteingang().eingangsnummer()))
                        .body(taken.posteingang());
            case Aufnahme.Wiederholt known -> ResponseEntity.ok(known.posteingang());
            case Aufnahme.Abgelehnt refused -> Problem.FILE_REFUSED.answer(String.join(" ", refused.saetze()));
            case Aufnahme.NichtErlaubt ignored -> throw new NotFoundException();
        };
    }

    @GetMapping({"/posteingang/anlagen/{id}", "/api/posteingaenge/anlagen/{id}"})
    @Operation(summary = "Eine Datei der Post, solange sie zu keinem Vorgang gehört")
    ResponseEntity<byte[]> file(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "false") boolean herunterladen,
            @Parameter(hidden = true) Akteur akteur) {
        var found = posteingaenge.datei(id, akteur).orElseThrow(NotFoundException::new);
        var isShown = SHOWN.contains(found.anlage().mediaType()) && !herunterladen;
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.anlage().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (isShown ? ContentDisposition.inline() : ContentDisposition.attachment())
                                .filename(found.anlage().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
                .cacheControl(CacheControl.noStore())
                .body(found.content());
    }
}
