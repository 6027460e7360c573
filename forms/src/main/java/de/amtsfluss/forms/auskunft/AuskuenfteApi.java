package de.amtsfluss.forms.auskunft;

import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Auskuenfte;
import de.amtsfluss.processes.Auskuenfte.Format;
import de.amtsfluss.processes.Auskuenfte.Outcome;
import de.amtsfluss.processes.Auskuenfte.Vorschau;
import de.amtsfluss.processes.Auskunft;
import de.amtsfluss.processes.Auskunft.Nachweis;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.Auskunft.Verlaengerung;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.VorgangId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers by Art. 15 DSGVO for machines of the officer for data protection, and the downloads of the pages. */
@RestController
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Auskünfte", description = "Auskunft nach Art. 15 DSGVO, für die Gruppe datenschutz")
class AuskuenfteApi {

    private static final String ONE = "/api/auskuenfte/{id}";
    private static final String KANDIDAT = ONE + "/vorgaenge/{vorgang}";

    private final Auskuenfte auskuenfte;

    AuskuenfteApi(Auskuenfte auskuenfte) {
        this.auskuenfte = auskuenfte;
    }

    @GetMapping("/api/auskuenfte")
    @Operation(summary = "Anfragen, die noch zu beantwortenden zuerst")
    List<Auskunft> list(@Parameter(hidden = true) Akteur akteur) {
        if (!Auskuenfte.isOpenTo(akteur)) {
            throw new NotFoundException();
        }
        return auskuenfte.list(akteur);
    }

    @PostMapping("/api/auskuenfte")
    @Operation(summary = "Trägt eine Anfrage ein; 422 mit einem Satz je Feld")
    ResponseEntity<?> request(@RequestBody Auskunftsanfrage anfrage, @Parameter(hidden = true) Akteur akteur) {
        return answer(auskuenfte.request(anfrage.neu(), akteur), HttpStatus.CREATED);
    }

    @GetMapping(ONE)
    @Operation(summary = "Eine Anfrage mit den gefundenen Vorgängen")
    Auskunft find(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        return auskuenfte.find(id, akteur).orElseThrow(NotFoundException::new);
    }

    @PostMapping(ONE + "/identitaet")
    @Operation(summary = "Hält fest, wodurch geprüft wurde, wer anfragt (Art. 12 Abs. 6 DSGVO)")
    ResponseEntity<?> identify(
            @PathVariable UUID id, @RequestBody Identitaetspruefung body, @Parameter(hidden = true) Akteur akteur) {
        return body.nachweis() == null
                ? Problem.INVALID_VALUES.answer(Map.of("nachweis", "Bitte geben Sie den Nachweis an."))
                : answer(auskuenfte.identify(id, body.nachweis(), akteur), HttpStatus.OK);
    }

    @PostMapping(ONE + "/suche")
    @Operation(summary = "Sucht die Vorgänge der Person; 409, solange nicht geprüft ist, wer anfragt")
    ResponseEntity<?> search(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        return answer(auskuenfte.search(id, akteur), HttpStatus.OK);
    }

    @PostMapping(KANDIDAT + "/urteil")
    @Operation(summary = "Sagt, ob ein gefundener Vorgang die Person betrifft")
    ResponseEntity<?> judge(
            @PathVariable UUID id,
            @PathVariable UUID vorgang,
            @RequestBody Beurteilung body,
            @Parameter(hidden = true) Akteur akteur) {
        return body.urteil() == null
                ? Problem.INVALID_VALUES.answer(Map.of("urteil", "Bitte geben Sie das Urteil an."))
                : answer(auskuenfte.judge(id, new VorgangId(vorgang), body.urteil(), akteur), HttpStatus.OK);
    }

    @GetMapping(KANDIDAT)
    @Operation(summary = "Was von einem Vorgang mitgeteilt würde, und was auf Daten Dritter zu prüfen ist")
    Vorschau preview(@PathVariable UUID id, @PathVariable UUID vorgang, @Parameter(hidden = true) Akteur akteur) {
        return auskuenfte.preview(id, new VorgangId(vorgang), akteur).orElseThrow(NotFoundException::new);
    }

    @PostMapping(KANDIDAT + "/pruefung")
    @Operation(summary = "Hält fest, dass der Vorgang auf Daten Dritter geprüft ist (Art. 15 Abs. 4 DSGVO)")
    ResponseEntity<?> check(
            @PathVariable UUID id,
            @PathVariable UUID vorgang,
            @RequestBody Drittdatenpruefung body,
            @Parameter(hidden = true) Akteur akteur) {
        var geschwaerzt = body.geschwaerzt() == null ? Set.<String>of() : body.geschwaerzt();
        var stand = body.stand() == null ? "" : body.stand();
        return answer(auskuenfte.check(id, new VorgangId(vorgang), geschwaerzt, stand, akteur), HttpStatus.OK);
    }

    @PostMapping(ONE + "/verlaengerung")
    @Operation(summary = "Verlängert die Frist um zwei Monate (Art. 12 Abs. 3 Satz 2 DSGVO)")
    ResponseEntity<?> extend(
            @PathVariable UUID id, @RequestBody Mitteilung body, @Parameter(hidden = true) Akteur akteur) {
        return body.mitgeteiltAm() == null
                ? Problem.INVALID_VALUES.answer(Map.of("mitgeteiltAm", "Bitte geben Sie den Tag der Mitteilung an."))
                : answer(
                        auskuenfte.extend(id, new Verlaengerung(text(body.grund()), body.mitgeteiltAm()), akteur),
                        HttpStatus.OK);
    }

    @PostMapping(ONE + "/freigabe")
    @Operation(summary = "Erteilt die Auskunft; 409 mit den Gründen, solange etwas fehlt")
    ResponseEntity<?> release(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        return answer(auskuenfte.release(id, akteur), HttpStatus.OK);
    }

    @PostMapping(ONE + "/ablehnung")
    @Operation(summary = "Lehnt die Anfrage ab (Art. 12 Abs. 4 und 5 DSGVO)")
    ResponseEntity<?> reject(
            @PathVariable UUID id, @RequestBody Mitteilung body, @Parameter(hidden = true) Akteur akteur) {
        return answer(auskuenfte.reject(id, text(body.grund()), akteur), HttpStatus.OK);
    }

    @GetMapping({"/auskunft/{id}/auskunft.json", ONE + "/auskunft.json"})
    @Operation(summary = "Die erteilte Auskunft als JSON")
    ResponseEntity<byte[]> json(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        return download(id, Format.JSON, MediaType.APPLICATION_JSON, akteur);
    }

    @GetMapping({"/auskunft/{id}/auskunft.pdf", ONE + "/auskunft.pdf"})
    @Operation(summary = "Die erteilte Auskunft als PDF/A")
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, @Parameter(hidden = true) Akteur akteur) {
        return download(id, Format.PDF, MediaType.APPLICATION_PDF, akteur);
    }

    private ResponseEntity<byte[]> download(UUID id, Format format, MediaType type, Akteur akteur) {
        var content = auskuenfte.answer(id, format, akteur).orElseThrow(NotFoundException::new);
        var name = "auskunft-%s.%s".formatted(id, type.getSubtype());
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .cacheControl(CacheControl.noStore())
                .body(content);
    }

    private static ResponseEntity<?> answer(Outcome outcome, HttpStatus status) {
        return switch (outcome) {
            case Outcome.Done done -> ResponseEntity.status(status).body(done.auskunft());
            case Outcome.Refused refused -> Problem.CONFLICT.answer(String.join(" ", refused.saetze()));
            case Outcome.Invalid invalid -> Problem.INVALID_VALUES.answer(invalid.maengel());
            case Outcome.NotFound ignored -> throw new NotFoundException();
        };
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }

    /**
     * That it was checked who asks.
     *
     * @param nachweis by what
     */
    record Identitaetspruefung(@Nullable Nachweis nachweis) {}

    /**
     * Whether a Vorgang is about the person.
     *
     * @param urteil yes or no
     */
    record Beurteilung(@Nullable Urteil urteil) {}

    /**
     * That a Vorgang was checked for data of third parties.
     *
     * @param geschwaerzt the keys of the entries that are not to be told
     * @param stand what was looked at
     */
    record Drittdatenpruefung(
            @Nullable Set<String> geschwaerzt, @Nullable String stand) {}

    /**
     * What the person was told, or is to be told.
     *
     * @param grund why
     * @param mitgeteiltAm when it was told
     */
    record Mitteilung(@Nullable String grund, @Nullable LocalDate mitgeteiltAm) {}
}
