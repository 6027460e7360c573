package de.amtsfluss.forms.vorgaenge;

import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Delivers documents: a PDF opens in the browser, everything else is saved. */
@RestController
@ConditionalOnRole(Role.WEB)
@Tag(name = "Dokumente", description = "Dokumente der Vorgänge")
class DokumentDelivery {

    private final Dokumente dokumente;

    DokumentDelivery(Dokumente dokumente) {
        this.dokumente = dokumente;
    }

    @GetMapping({"/dokumente/{id}", "/api/dokumente/{id}"})
    @Operation(summary = "Der Inhalt eines Dokuments")
    ResponseEntity<byte[]> deliver(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        return answer(dokumente.find(new DokumentId(id), akteur).orElseThrow(NotFoundException::new));
    }

    @GetMapping({"/dokumente/{id}/versionen/{nummer}", "/api/dokumente/{id}/versionen/{nummer}"})
    @Operation(summary = "Der Inhalt einer Fassung eines Dokuments")
    ResponseEntity<byte[]> deliver(
            @PathVariable UUID id, @PathVariable int nummer, @Parameter(hidden = true) Akteur akteur) {
        return answer(dokumente.find(new DokumentId(id), nummer, akteur).orElseThrow(NotFoundException::new));
    }

    private static ResponseEntity<byte[]> answer(Dokumente.WithContent found) {
        var dokument = found.dokument();
        var type = MediaType.parseMediaType(dokument.mediaType());
        var isPdf = type.isCompatibleWith(MediaType.APPLICATION_PDF);
        var disposition = (isPdf ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(dokument.name(), StandardCharsets.UTF_8)
                .build();
        // Browsers may keep it for this person but must ask each time: the right to see it can end.
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "frame-ancestors 'none'")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + dokument.sha256() + "\"")
                .body(found.content());
    }
}
