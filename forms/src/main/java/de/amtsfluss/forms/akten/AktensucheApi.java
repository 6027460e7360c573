package de.amtsfluss.forms.akten;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Aktensuche;
import de.amtsfluss.processes.Aktensuche.Stelle;
import de.amtsfluss.processes.Aktensuche.Treffer;
import de.amtsfluss.processes.Aktensuche.Typ;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.SucheUnavailableException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The search for machines: the same service as the page, so the same rules. */
@RestController
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Akten", description = "Suche in den Akten")
class AktensucheApi {

    private final Aktensuche suche;

    AktensucheApi(Aktensuche suche) {
        this.suche = suche;
    }

    @GetMapping("/api/akten/suche")
    @Operation(
            summary = "Findet Vorgänge und Dokumente",
            description =
                    "Alle Wörter müssen vorkommen; Wortfolgen in Anführungszeichen. Gezählt wird nur, was die anfragende Person sehen darf. Auszüge sind reiner Text, Stelle für Stelle.")
    Seite search(@ParameterObject @ModelAttribute Suchanfrage anfrage, @Parameter(hidden = true) Akteur akteur) {
        var found = suche.search(anfrage.anfrage(), akteur);
        return new Seite(found.treffer().stream().map(TrefferJson::of).toList(), found.anzahl(), found.mehr());
    }

    @ExceptionHandler(SucheUnavailableException.class)
    ResponseEntity<Object> unavailable() {
        return Problem.UNAVAILABLE.answer("Die Suche antwortet zurzeit nicht.");
    }

    /**
     * A page of hits.
     *
     * @param treffer the hits
     * @param anzahl how many there are on all pages
     * @param mehr whether there are more than were counted
     */
    record Seite(List<TrefferJson> treffer, int anzahl, boolean mehr) {}

    /**
     * A hit.
     *
     * @param vorgang the Vorgang's id
     * @param dokument the document's id, absent if the Vorgang itself was found
     * @param typ what was found
     * @param aktenzeichen the reference
     * @param betreff the subject
     * @param titel the name of the document, or the subject
     * @param auszug words around what was found
     */
    record TrefferJson(
            String vorgang,
            @Nullable String dokument,
            Typ typ,
            String aktenzeichen,
            String betreff,
            String titel,
            List<Stelle> auszug) {

        static TrefferJson of(Treffer hit) {
            var dokument = hit.dokument();
            return new TrefferJson(
                    hit.vorgang().toString(),
                    dokument == null ? null : dokument.toString(),
                    hit.typ(),
                    hit.aktenzeichen(),
                    hit.betreff(),
                    hit.titel(),
                    hit.auszug());
        }
    }
}
