package de.amtsfluss.forms.vorgaenge;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The Vorgaenge for machines: the same services as the pages, so the same rules. */
@RestController
@RequestMapping("/api/vorgaenge")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Vorgänge", description = "Vorgänge, die die angemeldete Person oder Maschine sehen darf")
class VorgaengeApi {

    private static final int LARGEST_PAGE = 200;

    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final Entscheidungen entscheidungen;

    VorgaengeApi(Vorgaenge vorgaenge, Dokumente dokumente, Entscheidungen entscheidungen) {
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.entscheidungen = entscheidungen;
    }

    @GetMapping
    @Operation(summary = "Vorgänge, der neueste zuerst")
    List<VorgangJson> list(
            @RequestParam(required = false) Vorgang.@Nullable Status status,
            @RequestParam(required = false) @Nullable String verfahren,
            @RequestParam(required = false) @Nullable String suche,
            @RequestParam(defaultValue = "0") int ab,
            @RequestParam(defaultValue = "50") int anzahl,
            @Parameter(hidden = true) Akteur akteur) {
        var query = new Vorgaenge.Query(status, verfahren, suche, Math.max(0, ab), Math.clamp(anzahl, 1, LARGEST_PAGE));
        return vorgaenge.list(query, akteur).stream().map(VorgangJson::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Ein Vorgang mit Daten, Entscheidungen, Verlauf und Dokumenten")
    VorgangJson.Detail vorgang(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        var vorgang = vorgaenge.find(new VorgangId(id), akteur).orElseThrow(NotFoundException::new);
        return VorgangJson.Detail.of(
                vorgang,
                entscheidungen.about(vorgang.id(), akteur),
                vorgaenge.verlauf(vorgang.id(), akteur),
                dokumente.of(vorgang.id(), akteur));
    }
}
