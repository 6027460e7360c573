package de.amtsfluss.forms.sensorik;

import de.amtsfluss.processes.Downlinks.Downlink;
import de.amtsfluss.processes.Downlinks.Verlauf;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message to a sensor for machines, with its id as text. */
record DownlinkJson(
        String id,
        @Nullable String objekt,
        @Nullable String devEui,
        String bezeichnung,
        boolean bestaetigt,
        String von,
        String angenommenAm,
        String bis,
        Verlauf verlauf) {

    static DownlinkJson of(Downlink downlink) {
        return new DownlinkJson(
                downlink.id().toString(),
                downlink.objekt(),
                downlink.devEui(),
                downlink.bezeichnung(),
                downlink.bestaetigt(),
                downlink.von(),
                downlink.angenommenAm().toString(),
                downlink.bis().toString(),
                downlink.verlauf());
    }

    /**
     * What a machine wants to say.
     *
     * @param id recognises a repeat, a new one without it
     * @param name the name of the downlink in the profile of the device type
     * @param bestaetigt whether the sensor shall acknowledge it, not without it
     */
    record Wunsch(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable Boolean bestaetigt) {}
}
