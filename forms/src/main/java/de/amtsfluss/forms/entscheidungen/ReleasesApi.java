package de.amtsfluss.forms.entscheidungen;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionReleases;
import de.amtsfluss.decisiontables.DecisionReleases.CurrentTable;
import de.amtsfluss.decisiontables.DecisionReleases.Release;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.decisiontables.TableVersion;
import de.amtsfluss.decisiontables.TableVersion.Origin;
import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Releases decision tables and shows their versions; only for those who release procedures. */
@RestController
@RequestMapping("/api/decisions")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Entscheidungen")
class ReleasesApi {

    private final DecisionReleases releases;

    ReleasesApi(DecisionReleases releases) {
        this.releases = releases;
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Gibt Entscheidungstabellen frei",
            description =
                    "Eine oder mehrere DMN-Dateien, alle oder keine. Der Probelauf nennt die Befunde und speichert nichts. Warnungen lehnen eine Datei ab, wenn sie nicht hingenommen werden. Nur für die Prozess-Freigabe.")
    @ApiResponse(responseCode = "200", description = "Freigegeben, oder im Probelauf: könnte freigegeben werden")
    @ApiResponse(
            responseCode = "422",
            description = "Abgelehnt; befunde nennt Datei, Tabelle, Zeilen und Spalte",
            content = @Content(schema = @Schema(implementation = ProblemDetail.class)))
    ResponseEntity<?> release(
            @RequestParam List<MultipartFile> datei,
            @RequestParam(defaultValue = "false") boolean probelauf,
            @RequestParam(defaultValue = "false") boolean warnungenHinnehmen,
            @Parameter(hidden = true) Akteur akteur)
            throws IOException {
        if (!akteur.releases()) {
            return Problem.FORBIDDEN.answer();
        }
        var files = files(datei);
        var strictness = warnungenHinnehmen ? Strictness.STANDARD : Strictness.OFFICE;
        var release = probelauf
                ? releases.rehearse(files, strictness)
                : releases.release(files, strictness, akteur.kennung());
        return switch (release) {
            case Release.Accepted accepted ->
                ResponseEntity.ok(
                        new Freigabe(!probelauf, Tabelle.of(accepted.tables()), Befund.of(accepted.findings())));
            case Release.Refused refused -> Befund.refused(refused.findings());
        };
    }

    @GetMapping
    @Operation(summary = "Nennt die Tabellen, die jetzt entscheiden")
    List<Tabelle> current() {
        return Tabelle.of(releases.current());
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Nennt die Fassungen einer Tabelle",
            description = "Die neueste zuerst. Nur für die Prozess-Freigabe.")
    ResponseEntity<?> versions(@PathVariable String id, @Parameter(hidden = true) Akteur akteur) {
        if (!akteur.releases()) {
            return Problem.FORBIDDEN.answer();
        }
        var versions = releases.versions(DecisionIds.of(id));
        return versions.isEmpty()
                ? Problem.NOT_FOUND.answer()
                : ResponseEntity.ok(versions.stream().map(Fassung::of).toList());
    }

    @GetMapping("/{id}/versions/{version}")
    @Operation(summary = "Gibt eine Fassung als DMN-Datei", description = "Nur für die Prozess-Freigabe.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.APPLICATION_XML_VALUE))
    ResponseEntity<?> file(
            @PathVariable String id, @PathVariable int version, @Parameter(hidden = true) Akteur akteur) {
        if (!akteur.releases()) {
            return Problem.FORBIDDEN.answer();
        }
        return releases.file(DecisionIds.of(id), version)
                .map(file -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_XML)
                        .body(file.content()))
                .orElseThrow(NotFoundException::new);
    }

    private static List<DmnFile> files(List<MultipartFile> uploads) throws IOException {
        var files = new ArrayList<DmnFile>();
        for (var upload : uploads) {
            var name = Objects.requireNonNullElse(upload.getOriginalFilename(), "");
            files.add(new DmnFile(name.isBlank() ? "tabelle.dmn" : name, upload.getBytes()));
        }
        return files;
    }

    /**
     * What became of the files.
     *
     * @param freigegeben whether they are current now; not after a rehearsal
     * @param tabellen a version for each file
     * @param befunde what is to be said of the files all the same
     */
    record Freigabe(boolean freigegeben, List<Tabelle> tabellen, List<Befund> befunde) {}

    /**
     * A file that decides, or would.
     *
     * @param tabelle the id of the decision after which the file is called
     * @param version its version
     * @param entscheidungen all its decisions
     */
    record Tabelle(String tabelle, int version, List<String> entscheidungen) {

        static List<Tabelle> of(List<CurrentTable> tables) {
            return tables.stream()
                    .map(table -> new Tabelle(
                            table.table().value(),
                            table.version(),
                            table.decisions().stream()
                                    .map(DecisionId::value)
                                    .sorted()
                                    .toList()))
                    .toList();
        }
    }

    /**
     * A version of a file.
     *
     * @param version its number
     * @param seit when it was kept
     * @param freigegebenVon who released it; empty when it came with the software
     */
    record Fassung(int version, Instant seit, String freigegebenVon) {

        static Fassung of(TableVersion version) {
            return new Fassung(
                    version.version(), version.since(), version.origin() instanceof Origin.Released by ? by.by() : "");
        }
    }
}
