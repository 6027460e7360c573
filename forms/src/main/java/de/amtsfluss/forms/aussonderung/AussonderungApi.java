package de.amtsfluss.forms.aussonderung;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungen;
import de.amtsfluss.processes.Aussonderungen.Import;
import de.amtsfluss.processes.Aussonderungen.Outcome;
import de.amtsfluss.processes.Bewertung;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The Aussonderung for machines: the same service as the pages, so the same rules. */
@RestController
@RequestMapping("/api/aussonderungen")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Aussonderung", description = "Anbieteverzeichnisse, Bewertung durch das Archiv, Löschung mit Nachweis")
class AussonderungApi {

    private final Aussonderungen aussonderungen;

    AussonderungApi(Aussonderungen aussonderungen) {
        this.aussonderungen = aussonderungen;
    }

    @GetMapping
    @Operation(summary = "Anbieteverzeichnisse, das neueste zuerst")
    List<AussonderungJson> list(@Parameter(hidden = true) Akteur akteur) {
        if (!Aussonderungen.isOpenTo(akteur)) {
            throw new NotFoundException();
        }
        return aussonderungen.list(akteur).stream().map(AussonderungJson::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Ein Anbieteverzeichnis mit Einträgen und Löschnachweisen")
    AussonderungJson.Detail get(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        var list = aussonderungen.find(new AussonderungId(id), akteur).orElseThrow(NotFoundException::new);
        return new AussonderungJson.Detail(
                AussonderungJson.of(list),
                aussonderungen.eintraege(list.id(), akteur).stream()
                        .map(AussonderungJson.Eintrag::of)
                        .toList(),
                aussonderungen.nachweise(list.id(), akteur).stream()
                        .map(AussonderungJson.Nachweis::of)
                        .toList());
    }

    @PostMapping
    @Operation(summary = "Ermittelt, was nicht mehr aufzubewahren ist; 409, wenn nichts dazukommt (Registratur)")
    ResponseEntity<Object> gather(@Parameter(hidden = true) Akteur akteur) {
        return answer(aussonderungen.gather(akteur));
    }

    @PostMapping("/{id}/angebot")
    @Operation(summary = "Bietet das Verzeichnis dem Archiv an (Registratur)")
    ResponseEntity<Object> offer(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        return answer(aussonderungen.offer(new AussonderungId(id), akteur));
    }

    @PostMapping("/{id}/eintraege/{eintrag}/bewertung")
    @Operation(summary = "Bewertet einen Eintrag (Archiv)")
    ResponseEntity<Object> appraise(
            @PathVariable UUID id,
            @PathVariable UUID eintrag,
            @RequestBody Wunsch wunsch,
            @Parameter(hidden = true) Akteur akteur) {
        var bewertung = wunsch.bewertung();
        return bewertung == null
                ? Problem.INVALID_VALUES.answer(Map.of("bewertung", "Bitte geben Sie die Bewertung an."))
                : answer(aussonderungen.appraise(new AussonderungId(id), eintrag, bewertung, akteur));
    }

    @PostMapping("/{id}/bewertung")
    @Operation(summary = "Bewertet alle noch offenen Einträge, ohne bewertung nach Vorschlag (Archiv)")
    ResponseEntity<Object> appraiseRest(
            @PathVariable UUID id, @RequestBody Wunsch wunsch, @Parameter(hidden = true) Akteur akteur) {
        return answer(aussonderungen.appraiseRest(new AussonderungId(id), wunsch.bewertung(), akteur));
    }

    @PostMapping("/{id}/bewertungsende")
    @Operation(summary = "Schließt die Bewertung ab (Archiv)")
    ResponseEntity<Object> completeAppraisal(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        return answer(aussonderungen.completeAppraisal(new AussonderungId(id), akteur));
    }

    @PostMapping("/{id}/uebergabe")
    @Operation(summary = "Stellt die archivwürdigen Akten zur Abholung bereit (Registratur)")
    ResponseEntity<Object> handOver(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        return answer(aussonderungen.handOver(new AussonderungId(id), akteur));
    }

    @PostMapping("/{id}/eintraege/{eintrag}/import")
    @Operation(summary = "Vermerkt die Archivkennung oder, warum die Übernahme nicht gelang (Archiv)")
    ResponseEntity<Object> confirmImport(
            @PathVariable UUID id,
            @PathVariable UUID eintrag,
            @RequestBody Importmeldung meldung,
            @Parameter(hidden = true) Akteur akteur) {
        var grund = meldung.grund();
        var kennung = meldung.archivkennung();
        if ((grund == null) == (kennung == null)) {
            return Problem.INVALID_VALUES.answer(
                    Map.of("archivkennung", "Bitte geben Sie entweder die Archivkennung oder den Grund an."));
        }
        var ergebnis = grund == null ? new Import.Erfolgreich(kennung) : new Import.Fehlgeschlagen(grund);
        return answer(aussonderungen.confirmImport(new AussonderungId(id), eintrag, ergebnis, akteur));
    }

    @PostMapping("/{id}/eintraege/{eintrag}/zurueckstellung")
    @Operation(summary = "Nimmt einen Eintrag aus dem Verzeichnis (Registratur)")
    ResponseEntity<Object> setAside(
            @PathVariable UUID id, @PathVariable UUID eintrag, @Parameter(hidden = true) Akteur akteur) {
        return answer(aussonderungen.setAside(new AussonderungId(id), eintrag, akteur));
    }

    @PostMapping("/{id}/loeschung")
    @Operation(summary = "Löscht, was das Archiv abgelehnt oder übernommen hat (Registratur, Vier-Augen-Prinzip)")
    ResponseEntity<Object> erase(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        return answer(aussonderungen.erase(new AussonderungId(id), akteur));
    }

    private static ResponseEntity<Object> answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done ->
                ResponseEntity.ok(
                        new AussonderungJson.Ergebnis(AussonderungJson.of(done.aussonderung()), done.hinweise()));
            case Outcome.Refused refused -> Problem.CONFLICT.answer(String.join(" ", refused.sentences()));
            case Outcome.NotFound ignored -> throw new NotFoundException();
        };
    }

    /**
     * How something is to be appraised.
     *
     * @param bewertung the decision
     */
    record Wunsch(@Nullable Bewertung bewertung) {}

    /**
     * What became of the import; one of both.
     *
     * @param archivkennung by what the archive finds it
     * @param grund why it could not be taken over
     */
    record Importmeldung(
            @Nullable String archivkennung, @Nullable String grund) {}
}
