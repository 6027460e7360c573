package de.amtsfluss.lorawantriggers.tryout;

import de.amtsfluss.lorawantriggers.device.DeviceType;
import de.amtsfluss.lorawantriggers.device.DeviceTypeFiles;
import de.amtsfluss.lorawantriggers.device.DeviceTypeReleases;
import de.amtsfluss.lorawantriggers.device.DeviceTypeReleases.Release;
import de.amtsfluss.lorawantriggers.device.DeviceTypes;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JsonNode;

/** Shows the device types that are known, and releases further ones; the latter for those who release procedures. */
@RestController
@RequestMapping("/api/lorawan/device-types")
@ConditionalOnRole(Role.WEB)
class DeviceTypesApi {

    private final DeviceTypes types;
    private final DeviceTypeReleases releases;

    DeviceTypesApi(DeviceTypes types, DeviceTypeReleases releases) {
        this.types = types;
        this.releases = releases;
    }

    @GetMapping
    List<Shown> all() {
        return types.all().stream().map(Shown::of).toList();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> release(
            @RequestParam String type,
            @RequestParam MultipartFile codec,
            @RequestParam MultipartFile profile,
            @RequestParam MultipartFile examples,
            @RequestParam(defaultValue = "false") boolean probelauf,
            Akteur akteur)
            throws IOException {
        return release(new DeviceTypeFiles(type, text(codec), text(profile), text(examples)), probelauf, akteur);
    }

    private static String text(MultipartFile file) throws IOException {
        return new String(file.getBytes(), StandardCharsets.UTF_8);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> release(
            @RequestBody Upload upload, @RequestParam(defaultValue = "false") boolean probelauf, Akteur akteur) {
        return release(upload.files(), probelauf, akteur);
    }

    private ResponseEntity<?> release(DeviceTypeFiles files, boolean probelauf, Akteur akteur) {
        if (!akteur.releases()) {
            return Problems.forbidden();
        }
        return switch (probelauf ? releases.rehearse(files) : releases.release(files, akteur)) {
            case Release.Accepted accepted ->
                ResponseEntity.status(probelauf ? HttpStatus.OK : HttpStatus.CREATED)
                        .body(accepted);
            case Release.Refused refused -> Problems.refused(refused.findings());
        };
    }

    /**
     * A type as JSON.
     *
     * @param type its name, {@code ‹vendor›/‹model›}
     * @param codec the text of {@code codec.js}
     * @param profile the text of {@code profile.yaml}
     * @param examples the content of {@code examples.json}
     */
    record Upload(
            @Nullable String type,
            @Nullable String codec,
            @Nullable String profile,
            @Nullable JsonNode examples) {

        DeviceTypeFiles files() {
            return new DeviceTypeFiles(
                    Objects.requireNonNullElse(type, ""),
                    Objects.requireNonNullElse(codec, ""),
                    Objects.requireNonNullElse(profile, ""),
                    examples == null ? "" : examples.toString());
        }
    }

    /**
     * A type that is known.
     *
     * @param type its name
     * @param version which release it is; 0 if it came with the software
     * @param title vendor and model
     * @param description what it is for, in German
     * @param source where the vendor describes the payload
     * @param interval how often a device reports at least (ISO 8601), absent if it is not known
     * @param quantities what it measures, with the unit (UCUM)
     * @param variables what may be said of a single device, with what holds if it is not said
     * @param downlinks the names of what can be said to it
     */
    record Shown(
            String type,
            int version,
            String title,
            String description,
            String source,
            @Nullable String interval,
            Map<String, String> quantities,
            Map<String, String> variables,
            Set<String> downlinks) {

        static Shown of(DeviceType type) {
            var quantities = new TreeMap<String, String>();
            for (Quantity quantity : type.quantities()) {
                quantities.put(quantity.key(), quantity.unit());
            }
            return new Shown(
                    type.name(),
                    type.version(),
                    type.title(),
                    type.description(),
                    type.source(),
                    type.interval().map(Duration::toString).orElse(null),
                    quantities,
                    type.variables(),
                    type.downlinks());
        }
    }
}
