package de.amtsfluss.forms.akten;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Dokumentblatt;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumentblatt.Volltext;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Dokumente.Upload;
import de.amtsfluss.processes.Dokumentversion;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The documents of a Vorgang for machines. */
@RestController
@RequestMapping("/api/vorgaenge/{id}/dokumente")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Dokumente")
class DokumenteApi {

    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;

    DokumenteApi(Vorgaenge vorgaenge, Dokumente dokumente) {
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
    }

    @GetMapping
    @Operation(summary = "Die Dokumente eines Vorgangs mit ihren Fassungen, das älteste zuerst")
    List<DokumentJson> list(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        var vorgang = vorgaenge.find(new VorgangId(id), akteur).orElseThrow(NotFoundException::new);
        return dokumente.blaetter(vorgang.id(), akteur).stream()
                .map(DokumentJson::of)
                .toList();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Nimmt eine Datei auf",
            description =
                    "Die Art der Datei wird am Inhalt erkannt. Ein Eingang wird sofort abgelegt, alles andere bleibt ein Entwurf. Mit dokument wird die Datei eine neue Fassung dieses Entwurfs.")
    @ApiResponse(responseCode = "201", description = "Aufgenommen")
    @ApiResponse(responseCode = "422", description = "Nicht angenommen; detail sagt, warum")
    ResponseEntity<?> receive(
            @PathVariable UUID id,
            @RequestParam MultipartFile datei,
            @RequestParam(required = false) @Nullable UUID dokument,
            @RequestParam(defaultValue = "EINGANG") Richtung richtung,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate posteingangAm,
            @Parameter(hidden = true) Akteur akteur)
            throws IOException {
        var eingang = Datei.eingang(new VorgangId(id), dokument, datei, richtung, posteingangAm);
        try (var content = datei.getInputStream()) {
            return switch (dokumente.receive(eingang, content, akteur)) {
                case Upload.Kept kept ->
                    ResponseEntity.created(URI.create(
                                    "/api/dokumente/" + kept.dokument().id()))
                            .body(new Aufgenommen(
                                    kept.dokument().id().toString(),
                                    kept.dokument().name(),
                                    kept.dokument().mediaType(),
                                    kept.dokument().sha256()));
                case Upload.Refused refused -> Problem.FILE_REFUSED.answer(refused.sentence());
                case Upload.NotFound ignored -> Problem.NOT_FOUND.answer();
            };
        }
    }

    /**
     * A document that was taken in.
     *
     * @param id identifies it
     * @param name the name it got
     * @param mediaType what it is by its content
     * @param sha256 its checksum
     */
    record Aufgenommen(String id, String name, String mediaType, String sha256) {}

    /**
     * A document with its versions.
     *
     * @param id identifies it
     * @param name its file name
     * @param mediaType what it is
     * @param abgelegt whether it is filed and so immutable
     * @param richtung which way it went
     * @param posteingangAm when it came in
     * @param postausgangAm when it was sent
     * @param volltext whether it can be found by its text
     * @param versionen its versions, the oldest first
     */
    record DokumentJson(
            String id,
            String name,
            String mediaType,
            boolean abgelegt,
            Richtung richtung,
            @Nullable LocalDate posteingangAm,
            @Nullable LocalDate postausgangAm,
            Volltext volltext,
            List<Dokumentversion> versionen) {

        static DokumentJson of(Dokumentblatt blatt) {
            var dokument = blatt.dokument();
            return new DokumentJson(
                    dokument.id().toString(),
                    dokument.name(),
                    dokument.mediaType(),
                    dokument.abgelegtAm() != null,
                    blatt.richtung(),
                    blatt.posteingangAm(),
                    blatt.postausgangAm(),
                    blatt.volltext(),
                    blatt.versionen());
        }
    }
}
