package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.DevEui;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** By which way the sensor of an asset was heard last. */
@Component
public class LastHeard {

    private final Twins twins;

    LastHeard(Twins twins) {
        this.twins = twins;
    }

    /**
     * How a sensor was heard.
     *
     * @param devEui the sensor
     * @param source the network server
     * @param application the application there
     * @param deviceId what the sensor is called there, where that is not its devEui
     */
    public record Heard(
            DevEui devEui,
            String source,
            String application,
            @Nullable String deviceId) {}

    /** How the sensor of an asset was heard last; empty before its first uplink. */
    public Optional<Heard> of(String assetId) {
        return twins.read(List.of(assetId)).stream().findFirst().flatMap(twin -> heard(twin.link()));
    }

    private static Optional<Heard> heard(@Nullable Link link) {
        var source = link == null ? null : link.source();
        var application = link == null ? null : link.application();
        return link == null || source == null || application == null
                ? Optional.empty()
                : Optional.of(new Heard(link.devEui(), source, application, link.deviceId()));
    }
}
