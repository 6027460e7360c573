package de.amtsfluss.forms.sensorik;

import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Sensorik;
import de.amtsfluss.processes.Sensorik.Filter;
import de.amtsfluss.processes.Sensorik.Nachricht;
import de.amtsfluss.processes.Sensorik.Suche;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/** The pages of the people who run the sensors; they work without scripts. */
@Controller
@RequestMapping("/sensoren")
@ConditionalOnRole(Role.WEB)
class SensorikPages {

    private static final String LIST = "/sensoren";
    private static final String LETTERS = "/sensoren/unzustellbar";

    /** Some seconds of work. */
    private static final int MOST_AT_ONCE = 1000;

    private final ObjectProvider<Sensorik> sensorik;

    SensorikPages(ObjectProvider<Sensorik> sensorik) {
        this.sensorik = sensorik;
    }

    private Sensorik of(Akteur akteur) {
        var known = sensorik.getIfAvailable();
        if (known == null || !akteur.gruppen().contains(Sensorik.GRUPPE)) {
            throw new NotFoundException();
        }
        return known;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String suche,
            @RequestParam(defaultValue = "1") int seite,
            Akteur akteur,
            Model model) {
        var found = of(akteur).liste(new Suche(suche.strip(), null, seite), akteur);
        model.addAttribute("suche", suche.strip());
        model.addAttribute("seite", seite);
        model.addAttribute("weitere", found.size() == Sensorik.PAGE_SIZE);
        model.addAttribute("objekte", found.stream().map(SensorSicht::of).toList());
        return "sensoren";
    }

    @GetMapping("/objekte/{objekt}")
    String sheet(@PathVariable String objekt, Akteur akteur, Model model) {
        var sensoren = of(akteur);
        model.addAttribute(
                "objekt", sensoren.blatt(objekt, akteur).map(SensorSicht::of).orElseThrow(NotFoundException::new));
        var downlinks = sensoren.downlinks(objekt, akteur).orElseThrow(NotFoundException::new);
        model.addAttribute("benannte", downlinks.benannte());
        model.addAttribute("neueId", DownlinkId.random().toString());
        model.addAttribute(
                "downlinks",
                downlinks.letzte().stream()
                        .map(downlink -> DownlinkSicht.of(downlink, downlinks.benannte()))
                        .toList());
        return "sensor";
    }

    /** The form carries its id, so that one that is sent twice says it once. */
    @PostMapping("/objekte/{objekt}/downlinks")
    String send(
            @PathVariable String objekt,
            @RequestParam UUID id,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean bestaetigt,
            Akteur akteur,
            RedirectAttributes next) {
        var sent = of(akteur)
                .senden(new Nachricht(new DownlinkId(id), objekt, name, bestaetigt), akteur)
                .orElseThrow(NotFoundException::new);
        var page = "/sensoren/objekte/"
                + UriUtils.encodePathSegment(Objects.requireNonNull(sent.objekt()), StandardCharsets.UTF_8);
        var stand = DownlinkSicht.stand(sent.verlauf());
        return (sent.verlauf().ergebnis() == null
                        ? Meldung.success("Die Nachricht an den Sensor ist angenommen. " + stand)
                        : Meldung.warning(stand))
                .on(page, next);
    }

    @PostMapping("/einlesung")
    String importCsv(
            @RequestParam MultipartFile datei,
            @RequestParam(defaultValue = "false") boolean probelauf,
            Akteur akteur,
            RedirectAttributes next)
            throws IOException {
        var read = of(akteur).einlesen(new String(datei.getBytes(), StandardCharsets.UTF_8), probelauf, akteur);
        if (!read.fehler().isEmpty()) {
            return Meldung.refused("Es wurde nichts eingelesen. Bitte berichtigen Sie die Datei.", read.fehler())
                    .on(LIST, next);
        }
        var sentence = probelauf
                ? "Die Datei ist in Ordnung. Es wurde nichts gespeichert; Zeilen: "
                : "Die Datei ist eingelesen; Zeilen: ";
        return Meldung.success(sentence + read.objekte()).on(LIST, next);
    }

    @GetMapping("/unzustellbar")
    String deadLetters(
            @RequestParam(defaultValue = "") String grund,
            @RequestParam(defaultValue = "") String devEui,
            @RequestParam(defaultValue = "false") boolean alle,
            @RequestParam(defaultValue = "1") int seite,
            Akteur akteur,
            Model model) {
        var found = of(akteur).unzustellbare(filter(grund, devEui, alle, seite), akteur);
        model.addAttribute("grund", grund);
        model.addAttribute("gruende", Hinderungsgruende.ALLE);
        model.addAttribute("devEui", devEui.strip());
        model.addAttribute("alle", alle);
        model.addAttribute("seite", seite);
        model.addAttribute("weitere", found.size() == Sensorik.PAGE_SIZE);
        model.addAttribute(
                "meldungen", found.stream().map(SensorSicht.Zeile::of).toList());
        return "sensoren-unzustellbar";
    }

    private static Filter filter(String grund, String devEui, boolean alle, int seite) {
        return new Filter(grund.isBlank() ? null : grund, devEui.isBlank() ? null : devEui.strip(), alle, seite);
    }

    @PostMapping("/unzustellbar")
    String handle(
            @RequestParam(required = false) @Nullable Set<UUID> id,
            @RequestParam String was,
            @RequestParam(defaultValue = "") String grund,
            @RequestParam(defaultValue = "") String devEui,
            Akteur akteur,
            RedirectAttributes next) {
        var sensoren = of(akteur);
        var whole = was.startsWith("alle-");
        var ids = whole ? open(sensoren, grund, devEui, akteur) : id;
        if (ids == null || ids.isEmpty()) {
            return Meldung.warning("Bitte wählen Sie mindestens eine Meldung aus.")
                    .on(LETTERS, next);
        }
        var rest = whole && ids.size() >= MOST_AT_ONCE
                ? ". Mehr als %d auf einmal geht nicht; wiederholen Sie es für die übrigen.".formatted(MOST_AT_ONCE)
                : "";
        return (was.endsWith("wiederholen")
                        ? Meldung.success("Noch einmal verarbeitet werden: " + sensoren.wiederholen(ids, akteur) + rest)
                        : Meldung.success("Beiseite gelegt: " + sensoren.verwerfen(ids, akteur) + rest))
                .on(LETTERS, next);
    }

    /** All open ones that match, the newest first, up to the limit. */
    private static Set<UUID> open(Sensorik sensoren, String grund, String devEui, Akteur akteur) {
        var ids = new LinkedHashSet<UUID>();
        for (var seite = 1; ids.size() < MOST_AT_ONCE; seite++) {
            var found = sensoren.unzustellbare(filter(grund, devEui, false, seite), akteur);
            found.stream().limit(MOST_AT_ONCE - ids.size()).forEach(letter -> ids.add(letter.id()));
            if (found.size() < Sensorik.PAGE_SIZE) {
                return ids;
            }
        }
        return ids;
    }
}
