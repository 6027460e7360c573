package de.amtsfluss.forms.aussonderung;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungen;
import de.amtsfluss.processes.Aussonderungen.Abholung;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The list as a table for spreadsheets, and what the archive fetches. */
@RestController
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Aussonderung")
class AussonderungDateien {

    private final Aussonderungen aussonderungen;

    AussonderungDateien(Aussonderungen aussonderungen) {
        this.aussonderungen = aussonderungen;
    }

    @GetMapping({"/aussonderung/{id}/verzeichnis", "/api/aussonderungen/{id}/verzeichnis"})
    @Operation(summary = "Das Anbieteverzeichnis als CSV")
    ResponseEntity<byte[]> table(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        var list = aussonderungen.find(new AussonderungId(id), akteur).orElseThrow(NotFoundException::new);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(list.nummer() + ".csv"))
                .cacheControl(CacheControl.noStore())
                .body(Verzeichnis.of(aussonderungen.eintraege(list.id(), akteur)));
    }

    @GetMapping({"/aussonderung/{id}/paket", "/api/aussonderungen/{id}/paket"})
    @Operation(summary = "Die archivwürdigen Akten als ZIP: Dokumente, akte.json und Prüfsummen je Akte")
    @Nullable
    ResponseEntity<Object> fetch(
            @PathVariable UUID id,
            @Parameter(hidden = true) Akteur akteur,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        return switch (aussonderungen.fetch(new AussonderungId(id), akteur)) {
            case Abholung.Ready ready -> {
                response.setContentType("application/zip");
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(ready.dateiname()));
                response.setHeader(
                        HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
                ready.paket().writeTo(response.getOutputStream());
                yield null;
            }
            case Abholung.Refused refused -> Problem.CONFLICT.answer(refused.sentence());
            case Abholung.NotFound ignored -> throw new NotFoundException();
        };
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}
