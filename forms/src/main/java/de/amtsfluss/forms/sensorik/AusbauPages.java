package de.amtsfluss.forms.sensorik;

import de.amtsfluss.forms.anzeige.Meldung;
import de.amtsfluss.forms.fehler.NotFoundException;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Sensorik;
import de.amtsfluss.processes.Sensorik.Ausbau;
import de.amtsfluss.processes.Sensorik.Sensor;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** The page that asks once more before a sensor is taken off its object. */
@Controller
@RequestMapping("/sensoren/objekte/{objekt}/sensoren/{devEui}/ausbau")
@ConditionalOnRole(Role.WEB)
class AusbauPages {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    /** How browsers send a time, and how people write one where the browser has no field for it. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendOptional(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOptional(DateTimeFormatter.ofPattern("d.M.uuuu H:mm", Locale.GERMANY))
            .toFormatter(Locale.GERMANY);

    private final ObjectProvider<Sensorik> sensorik;
    private final Clock clock;

    AusbauPages(ObjectProvider<Sensorik> sensorik, Clock clock) {
        this.sensorik = sensorik;
        this.clock = clock;
    }

    private Sensorik of(Akteur akteur) {
        var known = sensorik.getIfAvailable();
        if (known == null || !akteur.gruppen().contains(Sensorik.GRUPPE)) {
            throw new NotFoundException();
        }
        return known;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String objekt, @PathVariable String devEui, Akteur akteur) {
        var now = LocalDateTime.now(clock.withZone(OFFICE)).truncatedTo(ChronoUnit.MINUTES);
        return page(AusbauSicht.of(objekt, mounted(objekt, devEui, akteur), now.toString()));
    }

    private Sensor mounted(String objekt, String devEui, Akteur akteur) {
        return of(akteur).blatt(objekt, akteur).stream()
                .flatMap(blatt -> blatt.sensoren().stream())
                .filter(sensor -> sensor.devEui().equalsIgnoreCase(devEui) && sensor.gueltigBis() == null)
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static ModelAndView page(AusbauSicht ausbau) {
        var status = ausbau.fehler() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return new ModelAndView("sensor-ausbau", Map.of("ausbau", ausbau), status);
    }

    @PostMapping
    ModelAndView unmount(
            @PathVariable String objekt,
            @PathVariable String devEui,
            @RequestParam(defaultValue = "") String am,
            Akteur akteur,
            RedirectAttributes next) {
        var time = time(am.strip());
        if (time == null && !am.isBlank()) {
            return page(AusbauSicht.of(objekt, mounted(objekt, devEui, akteur), am)
                    .refused("Bitte geben Sie Tag und Uhrzeit an, zum Beispiel 26.11.2026 10:00."));
        }
        var at = time == null ? null : time.atZone(OFFICE).toInstant();
        var done = of(akteur).ausbauen(objekt, devEui, at, akteur);
        return switch (done) {
            case VOR_BEGINN, IN_ZUKUNFT ->
                page(AusbauSicht.of(objekt, mounted(objekt, devEui, akteur), am).refused(sentence(done)));
            case AUSGEBAUT ->
                new ModelAndView(Meldung.success("Der Sensor %s ist ausgebaut.".formatted(devEui))
                        .on(sheet(objekt), next));
            case NICHT_DORT, NICHT_ERLAUBT ->
                new ModelAndView(Meldung.warning(sentence(done)).on(sheet(objekt), next));
        };
    }

    private static String sheet(String objekt) {
        return UriComponentsBuilder.fromPath("/sensoren/objekte/{objekt}")
                .build(objekt)
                .getRawPath();
    }

    private static @Nullable LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text, TIME);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Why a sensor was not taken off. */
    static String sentence(Ausbau ausbau) {
        return switch (ausbau) {
            case AUSGEBAUT -> "Der Sensor ist ausgebaut.";
            case NICHT_ERLAUBT -> "Dafür fehlt die Berechtigung.";
            case NICHT_DORT -> "Dieser Sensor ist nicht oder nicht mehr an diesem Objekt. Es wurde nichts geändert.";
            case VOR_BEGINN -> "Zu dieser Zeit war der Sensor noch nicht an diesem Objekt.";
            case IN_ZUKUNFT ->
                "Dieser Zeitpunkt liegt in der Zukunft. Tragen Sie den Ausbau ein, wenn er geschehen ist.";
        };
    }
}
