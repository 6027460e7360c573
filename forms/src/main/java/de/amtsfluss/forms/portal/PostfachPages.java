package de.amtsfluss.forms.portal;

import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Postfach;
import de.amtsfluss.processes.Role;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The inbox of a citizen, and the documents that come with its messages. */
@Controller
@ConditionalOnRole(Role.WEB)
class PostfachPages {

    private final Postfach postfach;
    private final Zugaenge zugaenge;

    PostfachPages(Postfach postfach, Zugaenge zugaenge) {
        this.postfach = postfach;
        this.zugaenge = zugaenge;
    }

    @GetMapping("/portal/postfach")
    String inbox(Akteur akteur, Model model) {
        model.addAttribute(
                "nachrichten",
                postfach.of(akteur.kennung()).stream().map(Nachrichten.Row::of).toList());
        return "portal/postfach";
    }

    /** The document of a message; the first time somebody gets it is kept (§ 122a AO, § 41 Abs. 2a VwVfG NRW). */
    @GetMapping("/portal/antraege/{id}/nachrichten/{nachricht}")
    ResponseEntity<byte[]> document(
            @PathVariable UUID id, @PathVariable UUID nachricht, Optional<Akteur> akteur, HttpSession session) {
        var known = zugaenge.find(id, akteur, session);
        // A clerk reads the document at the Vorgang; here it would count as retrieved by the applicant.
        if (known.amt() != null) {
            throw new NotFoundException();
        }
        var found = postfach.retrieve(nachricht, known.stand().vorgang().id())
                .map(Postfach.Retrieved::dokument)
                .orElseThrow(NotFoundException::new);
        var disposition = ContentDisposition.inline()
                .filename(found.dokument().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(found.dokument().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "frame-ancestors 'none'")
                .cacheControl(CacheControl.noStore())
                .body(found.content());
    }
}
