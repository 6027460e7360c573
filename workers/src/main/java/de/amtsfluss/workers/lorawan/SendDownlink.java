package de.amtsfluss.workers.lorawan;

import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Downlinks;
import de.amtsfluss.processes.Downlinks.Auftrag;
import de.amtsfluss.processes.Downlinks.Inhalt;
import de.amtsfluss.processes.Downlinks.Ziel;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.VorgangId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says something to a sensor: {@code lorawan.downlink}.
 *
 * <p>Headers: {@code downlink}, a name of the device type's profile; {@code bestaetigt}, {@code true} if the sensor
 * shall acknowledge it; {@code frist} (ISO 8601), an hour without it. Instead of the name, {@code daten} for the codec
 * or {@code payload} (hexadecimal) may be given, with {@code fPort}. Gives {@code downlinkId} as soon as the downlink
 * is kept. However it ends, the process then gets the message {@link Downlinks#BEENDET} once, at the latest when the
 * Frist is over: with the correlation key {@code downlinkId}, or with the variable {@code schluessel} where the step
 * that waits has begun before.
 */
@Component
class SendDownlink implements JobHandler<SendDownlink.Input> {

    private static final int USUAL_PORT = 1;

    private final ObjectProvider<Downlinks> downlinks;

    SendDownlink(ObjectProvider<Downlinks> downlinks) {
        this.downlinks = downlinks;
    }

    @Override
    public String jobType() {
        return "lorawan.downlink";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("downlinkId");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var present = downlinks.getIfAvailable();
        if (present == null) {
            throw new IllegalStateException(
                    "Expected a part of the application that sends downlinks (lorawan-triggers), but there is none");
        }
        var vorgang = job.input().vorgangId();
        var name = "%s:%d".formatted(jobType(), job.key());
        var id = new DownlinkId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
        present.senden(new Auftrag(
                id,
                ziel(job.input()),
                inhalt(job),
                "true".equals(job.headers().get("bestaetigt")),
                frist(job.headers().getOrDefault("frist", "PT1H")),
                Objects.requireNonNullElse(job.input().schluessel(), id.toString()),
                vorgang == null ? null : VorgangId.of(vorgang)));
        return new JobResult.Completed(Map.of("downlinkId", id.toString()));
    }

    private static Ziel ziel(Input input) {
        var objekt = input.objekt();
        var devEui = input.devEui();
        if ((objekt == null) == (devEui == null)) {
            throw new IllegalArgumentException("Expected either the variable 'objekt' or 'devEui', but found %s"
                    .formatted(objekt == null ? "none" : "both"));
        }
        return objekt == null ? new Ziel.Geraet(Objects.requireNonNull(devEui)) : new Ziel.Objekt(objekt);
    }

    private static Inhalt inhalt(Job<Input> job) {
        var name = job.headers().get("downlink");
        @Nullable Map<String, @Nullable Object> daten = job.input().daten();
        var payload = job.input().payload();
        var port = Objects.requireNonNullElse(job.input().fPort(), USUAL_PORT);
        List<Inhalt> found = new ArrayList<>();
        if (name != null && !name.isBlank()) {
            found.add(new Inhalt.Benannt(name));
        }
        if (daten != null) {
            found.add(new Inhalt.Daten(port, daten));
        }
        if (payload != null) {
            found.add(new Inhalt.Bytes(port, HexFormat.of().parseHex(payload)));
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "Expected one of the header 'downlink' and the variables 'daten' and 'payload', but found %d"
                            .formatted(found.size()));
        }
        return found.getFirst();
    }

    private static Duration frist(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "Expected a duration like PT30M in the header 'frist', but found '%s'".formatted(text), e);
        }
    }

    /**
     * The variables of the job.
     *
     * @param objekt the object whose sensor is meant, or
     * @param devEui the sensor
     * @param daten what the codec of the device type makes a payload of
     * @param payload the payload itself, hexadecimal
     * @param fPort the port, where neither name nor codec say it; 1 without it
     * @param schluessel with which correlation key the process waits, if not with {@code downlinkId}
     * @param vorgangId the Vorgang it belongs to, for the Protokoll
     */
    record Input(
            @Nullable String objekt,
            @Nullable String devEui,
            @Nullable Map<String, @Nullable Object> daten,
            @Nullable String payload,
            @Nullable Integer fPort,
            @Nullable String schluessel,
            @Nullable String vorgangId) {}
}
