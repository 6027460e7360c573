package de.amtsfluss.forms.vorgaenge;

import de.amtsfluss.decisiontables.RuleHit;
import de.amtsfluss.forms.akten.DokumentSicht;
import de.amtsfluss.forms.anzeige.Anzeige;
import de.amtsfluss.forms.anzeige.Daten;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fristen.Bearbeitungsstand;
import de.amtsfluss.forms.geschaeftsgaenge.Laufweg;
import de.amtsfluss.processes.Akten;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Bearbeitungsfristen;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Entscheidung;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Geschaeftsgaenge;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the Vorgaenge. */
@Controller
@RequestMapping("/vorgaenge")
@ConditionalOnRole(Role.WEB)
class VorgaengePages {

    private static final int PAGE_SIZE = 25;

    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final Akten akten;
    private final Entscheidungen entscheidungen;
    private final Geschaeftsgaenge geschaeftsgaenge;
    private final Bearbeitungsfristen bearbeitungsfristen;
    private final Daten daten;

    VorgaengePages(
            Vorgaenge vorgaenge,
            Dokumente dokumente,
            Akten akten,
            Entscheidungen entscheidungen,
            Geschaeftsgaenge geschaeftsgaenge,
            Bearbeitungsfristen bearbeitungsfristen,
            Daten daten) {
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.akten = akten;
        this.entscheidungen = entscheidungen;
        this.geschaeftsgaenge = geschaeftsgaenge;
        this.bearbeitungsfristen = bearbeitungsfristen;
        this.daten = daten;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "") String suche,
            @RequestParam(defaultValue = "1") int seite,
            Akteur akteur,
            Model model) {
        var page = Math.clamp(seite, 1, 100_000);
        var text = suche.strip();
        var wanted = status(status);
        // One more than the page shows whether there is a next one.
        var query = new Vorgaenge.Query(
                wanted.orElse(null), null, text.isEmpty() ? null : text, (page - 1) * PAGE_SIZE, PAGE_SIZE + 1);
        var found = vorgaenge.list(query, akteur);
        model.addAttribute(
                "vorgaenge", found.stream().limit(PAGE_SIZE).map(VorgangRow::of).toList());
        model.addAttribute("weitere", found.size() > PAGE_SIZE);
        model.addAttribute("seite", page);
        model.addAttribute("suche", text);
        model.addAttribute("status", wanted.map(Enum::name).orElse(""));
        return "vorgaenge";
    }

    @GetMapping("/{id}")
    String vorgang(@PathVariable UUID id, Akteur akteur, Model model) {
        var vorgang = vorgaenge.find(new VorgangId(id), akteur).orElseThrow(NotFoundException::new);
        model.addAttribute("vorgang", VorgangRow.of(vorgang));
        if (vorgang.status() == Vorgang.Status.OFFEN) {
            bearbeitungsfristen
                    .stand(vorgang.id())
                    .map(Bearbeitungsstand::of)
                    .ifPresent(stand -> model.addAttribute("bearbeitungsfrist", stand));
        }
        model.addAttribute("angaben", daten.all(vorgang.verfahren(), vorgang.daten()));
        model.addAttribute(
                "entscheidungen",
                entscheidungen.about(vorgang.id(), akteur).stream()
                        .map(Grund::of)
                        .toList());
        model.addAttribute(
                "verlauf",
                vorgaenge.verlauf(vorgang.id(), akteur).stream()
                        .map(Schritt::of)
                        .toList());
        model.addAttribute(
                "dokumente",
                dokumente.blaetter(vorgang.id(), akteur).stream()
                        .map(DokumentSicht::of)
                        .toList());
        model.addAttribute(
                "akte",
                akten.of(vorgang.id(), akteur).map(akte -> akte.id().toString()).orElse(null));
        model.addAttribute(
                "geschaeftsgaenge",
                geschaeftsgaenge.of(vorgang.id(), akteur).stream()
                        .map(Laufweg::of)
                        .toList());
        return "vorgang";
    }

    private static Optional<Vorgang.Status> status(@Nullable String name) {
        for (var status : Vorgang.Status.values()) {
            if (status.name().equals(name)) {
                return Optional.of(status);
            }
        }
        return Optional.empty();
    }

    /**
     * A decision by table, in words.
     *
     * @param begruendung the answer and its reason
     * @param tabelle the table and its version
     * @param zeilen the rows that decided, empty when the default of the table did
     * @param entschiedenAm when it was made
     * @param schritte what was decided on the way
     */
    record Grund(String begruendung, String tabelle, String zeilen, String entschiedenAm, List<Grund> schritte) {

        static Grund of(Entscheidung entscheidung) {
            return new Grund(
                    entscheidung.begruendung(),
                    "%s, Version %d".formatted(entscheidung.tabelle(), entscheidung.version()),
                    zeilen(entscheidung.zeilen()),
                    Anzeige.dateTime(entscheidung.entschiedenAm()),
                    entscheidung.schritte().stream()
                            .map(schritt -> new Grund(
                                    schritt.begruendung(),
                                    schritt.tabelle().value(),
                                    zeilen(schritt.zeilen()),
                                    "",
                                    List.of()))
                            .toList());
        }

        private static String zeilen(List<RuleHit> zeilen) {
            return zeilen.stream().map(zeile -> String.valueOf(zeile.row())).collect(Collectors.joining(", "));
        }
    }

    /**
     * A step of the course, in words.
     *
     * @param bezeichnung what was done
     * @param begonnenAm when it began
     * @param beendetAm when it ended, absent while it lasts
     */
    record Schritt(
            String bezeichnung, String begonnenAm, @Nullable String beendetAm) {

        static Schritt of(Vorgaenge.Ereignis event) {
            return new Schritt(
                    event.bezeichnung(),
                    Anzeige.dateTime(event.begonnenAm()),
                    Optional.ofNullable(event.beendetAm())
                            .map(Anzeige::dateTime)
                            .orElse(null));
        }
    }
}
