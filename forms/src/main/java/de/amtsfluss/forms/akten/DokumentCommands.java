package de.amtsfluss.forms.akten;

import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumentblatt.Richtung;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Dokumente.Upload;
import de.amtsfluss.processes.Dokumente.Vermerk;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.VorgangId;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Handing in files on the page of a Vorgang, and filing drafts; works without scripts. */
@Controller
@ConditionalOnRole(Role.WEB)
class DokumentCommands {

    private static final String PAGE = "/vorgaenge/{id}";

    private final Dokumente dokumente;

    DokumentCommands(Dokumente dokumente) {
        this.dokumente = dokumente;
    }

    @PostMapping("/vorgaenge/{id}/dokumente")
    String receive(
            @PathVariable UUID id,
            @RequestParam MultipartFile datei,
            @RequestParam(required = false) @Nullable UUID dokument,
            @RequestParam(defaultValue = "EINGANG") Richtung richtung,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate posteingangAm,
            Akteur akteur,
            RedirectAttributes next)
            throws IOException {
        var eingang = Datei.eingang(new VorgangId(id), dokument, datei, richtung, posteingangAm);
        try (var content = datei.getInputStream()) {
            return switch (dokumente.receive(eingang, content, akteur)) {
                case Upload.Kept kept ->
                    Meldung.success("„%s“ ist hinzugefügt."
                                    .formatted(kept.dokument().name()))
                            .on(PAGE, next);
                case Upload.Refused refused ->
                    Meldung.refused("Die Datei wurde nicht angenommen.", List.of(refused.sentence()))
                            .on(PAGE, next);
                case Upload.NotFound ignored -> throw new NotFoundException();
            };
        }
    }

    @PostMapping("/vorgaenge/{id}/dokumente/{dokument}/ablage")
    String file(@PathVariable UUID id, @PathVariable UUID dokument, Akteur akteur, RedirectAttributes next) {
        return switch (dokumente.file(new DokumentId(dokument), akteur)) {
            case Vermerk.Noted noted ->
                Meldung.success("„%s“ ist abgelegt.".formatted(noted.dokument().name()))
                        .on(PAGE, next);
            case Vermerk.Refused refused ->
                Meldung.refused("Das ist nicht möglich.", List.of(refused.sentence()))
                        .on(PAGE, next);
            case Vermerk.NotFound ignored -> throw new NotFoundException();
        };
    }
}
