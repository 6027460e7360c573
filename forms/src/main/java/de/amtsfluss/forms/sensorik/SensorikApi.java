package de.amtsfluss.forms.sensorik;

import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.forms.fehler.AnswersWithProblems;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.forms.fehler.Problem;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Sensorik;
import de.amtsfluss.processes.Sensorik.Filter;
import de.amtsfluss.processes.Sensorik.Nachricht;
import de.amtsfluss.processes.Sensorik.Probe;
import de.amtsfluss.processes.Sensorik.Suche;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The sensors for machines. */
@RestController
@RequestMapping("/api/sensoren")
@AnswersWithProblems
@ConditionalOnRole(Role.WEB)
@Tag(name = "Sensoren", description = "Überwachte Objekte und ihre Sensoren; nur für den Sensorbetrieb")
class SensorikApi {

    private final ObjectProvider<Sensorik> sensorik;

    SensorikApi(ObjectProvider<Sensorik> sensorik) {
        this.sensorik = sensorik;
    }

    private ResponseEntity<?> allowed(Akteur akteur, Function<Sensorik, ResponseEntity<?>> answer) {
        if (!akteur.gruppen().contains(Sensorik.GRUPPE)) {
            return Problem.FORBIDDEN.answer();
        }
        var known = sensorik.getIfAvailable();
        return known == null ? Problem.NOT_FOUND.answer() : answer.apply(known);
    }

    @GetMapping
    @Operation(
            summary = "Nennt die überwachten Objekte mit Sensoren, Messwerten und offenen Aufträgen",
            description = "Höchstens 50, nach der Nummer geordnet; weitere mit seite.")
    ResponseEntity<?> list(
            @RequestParam(defaultValue = "") String suche,
            @RequestParam(required = false) @Nullable String art,
            @RequestParam(defaultValue = "1") int seite,
            @Parameter(hidden = true) Akteur akteur) {
        return allowed(akteur, sensoren -> ResponseEntity.ok(sensoren.liste(new Suche(suche, art, seite), akteur)));
    }

    @GetMapping("/{objekt}")
    @Operation(summary = "Nennt ein überwachtes Objekt mit Sensoren, Messwerten und offenen Aufträgen")
    ResponseEntity<?> sheet(@PathVariable String objekt, @Parameter(hidden = true) Akteur akteur) {
        return allowed(
                akteur,
                sensoren -> sensoren.blatt(objekt, akteur)
                        .<ResponseEntity<?>>map(ResponseEntity::ok)
                        .orElseThrow(NotFoundException::new));
    }

    @GetMapping("/{objekt}/downlinks")
    @Operation(
            summary = "Nennt, was dem Sensor eines Objekts gesagt werden kann und gesagt wurde",
            description = "Die neueste Nachricht zuerst, höchstens 20, jede mit ihrem wahren Stand.")
    ResponseEntity<?> downlinks(@PathVariable String objekt, @Parameter(hidden = true) Akteur akteur) {
        return allowed(
                akteur,
                sensoren -> sensoren.downlinks(objekt, akteur)
                        .<ResponseEntity<?>>map(blatt -> ResponseEntity.ok(new Downlinks(
                                blatt.benannte(),
                                blatt.letzte().stream().map(DownlinkJson::of).toList())))
                        .orElseThrow(NotFoundException::new));
    }

    @PostMapping("/{objekt}/downlinks")
    @Operation(
            summary = "Sagt dem Sensor eines Objekts etwas, das sein Gerätetyp kennt",
            description =
                    "Eine Wiederholung mit derselben id sagt es nur einmal. Die Antwort nennt den Stand; was nicht gesendet werden kann, ist schon beendet.")
    ResponseEntity<?> send(
            @PathVariable String objekt,
            @RequestBody DownlinkJson.Wunsch wunsch,
            @Parameter(hidden = true) Akteur akteur) {
        var id = wunsch.id() == null ? DownlinkId.random() : new DownlinkId(wunsch.id());
        return allowed(
                akteur,
                sensoren -> sensoren.senden(
                                new Nachricht(
                                        id,
                                        objekt,
                                        Objects.requireNonNullElse(wunsch.name(), ""),
                                        Boolean.TRUE.equals(wunsch.bestaetigt())),
                                akteur)
                        .<ResponseEntity<?>>map(
                                downlink -> ResponseEntity.accepted().body(DownlinkJson.of(downlink)))
                        .orElseThrow(NotFoundException::new));
    }

    @PostMapping(path = "/einlesung", consumes = "text/csv")
    @Operation(
            summary = "Liest überwachte Objekte und ihre Sensoren aus einer CSV-Datei ein",
            description =
                    "Alle Zeilen oder keine; fehler nennt alles, was nicht stimmt. Der Probelauf speichert nichts. Spalten: id, art, ort, breite, laenge, bezirk, devEui, geraetetyp; dazu gueltigAb, ersetzt und merkmal.*, kalibrierung.*, variable.*")
    ResponseEntity<?> importCsv(
            @RequestBody byte[] datei,
            @RequestParam(defaultValue = "false") boolean probelauf,
            @Parameter(hidden = true) Akteur akteur) {
        return allowed(akteur, sensoren -> {
            var einlesung = sensoren.einlesen(new String(datei, StandardCharsets.UTF_8), probelauf, akteur);
            if (einlesung.fehler().isEmpty()) {
                return ResponseEntity.ok(einlesung);
            }
            var detail = Problem.FILE_REFUSED.detail();
            detail.setProperty("fehler", einlesung.fehler());
            return ResponseEntity.status(detail.getStatus()).body(detail);
        });
    }

    @GetMapping("/unzustellbar")
    @Operation(
            summary = "Nennt Meldungen, die nicht verarbeitet werden konnten",
            description = "Die neueste zuerst, höchstens 50; ohne alle nur die offenen.")
    ResponseEntity<?> deadLetters(
            @RequestParam(required = false) @Nullable String grund,
            @RequestParam(required = false) @Nullable String devEui,
            @RequestParam(defaultValue = "false") boolean alle,
            @RequestParam(defaultValue = "1") int seite,
            @Parameter(hidden = true) Akteur akteur) {
        return allowed(
                akteur,
                sensoren -> ResponseEntity.ok(sensoren.unzustellbare(new Filter(grund, devEui, alle, seite), akteur)));
    }

    @PostMapping("/unzustellbar/wiederholung")
    @Operation(
            summary = "Verarbeitet Meldungen noch einmal, deren Hindernis behoben ist",
            description = "Was älter ist als das Neueste desselben Objekts, löst nichts mehr aus.")
    ResponseEntity<?> replay(@RequestBody Set<UUID> ids, @Parameter(hidden = true) Akteur akteur) {
        return allowed(akteur, sensoren -> ResponseEntity.ok(new Erledigt(sensoren.wiederholen(ids, akteur))));
    }

    @PostMapping("/unzustellbar/verwerfung")
    @Operation(summary = "Legt Meldungen beiseite; sie bleiben lesbar")
    ResponseEntity<?> discard(@RequestBody Set<UUID> ids, @Parameter(hidden = true) Akteur akteur) {
        return allowed(akteur, sensoren -> ResponseEntity.ok(new Erledigt(sensoren.verwerfen(ids, akteur))));
    }

    @PostMapping(path = "/probelauf", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Rechnet nach, welche Aufträge mit geänderten Regeln entstanden wären",
            description =
                    "Nimmt die Meldungen, die Kafka in der Zeit angenommen hat, durch die geänderten Auslöser (YAML) und Tabellen (DMN). Es wird nichts gespeichert und nichts ausgelöst.")
    ResponseEntity<?> dryRun(
            @RequestParam Instant von,
            @RequestParam Instant bis,
            @RequestParam(required = false) @Nullable List<MultipartFile> ausloeser,
            @RequestParam(required = false) @Nullable List<MultipartFile> tabelle,
            @Parameter(hidden = true) Akteur akteur)
            throws IOException {
        var files = new ArrayList<String>();
        for (var file : ausloeser == null ? List.<MultipartFile>of() : ausloeser) {
            files.add(new String(file.getBytes(), StandardCharsets.UTF_8));
        }
        var tables = new ArrayList<DmnFile>();
        for (var file : tabelle == null ? List.<MultipartFile>of() : tabelle) {
            tables.add(new DmnFile(
                    Objects.requireNonNullElse(file.getOriginalFilename(), "tabelle.dmn"), file.getBytes()));
        }
        return allowed(akteur, sensoren -> switch (sensoren.probe(von, bis, files, tables, akteur)) {
            case Probe.Gelaufen gelaufen -> ResponseEntity.ok(gelaufen);
            case Probe.Abgelehnt abgelehnt -> Problem.FILE_REFUSED.answer(String.join("\n", abgelehnt.saetze()));
        });
    }

    /**
     * The messages to the sensor of an object.
     *
     * @param benannte what can be said, by name
     * @param letzte what was said
     */
    record Downlinks(Map<String, String> benannte, List<DownlinkJson> letzte) {}

    /**
     * What was done.
     *
     * @param meldungen with how many messages
     */
    record Erledigt(int meldungen) {}
}
