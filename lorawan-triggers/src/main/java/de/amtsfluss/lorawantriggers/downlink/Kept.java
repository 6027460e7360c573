package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Downlinks.Downlink;
import de.amtsfluss.processes.Downlinks.Zustand;
import de.amtsfluss.processes.VorgangId;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A downlink as the table has it.
 *
 * @param downlink what people see of it
 * @param sending what is to be sent; null if it was clear from the beginning that it cannot be
 * @param schluessel the correlation key of the process that is told of its end, if any
 * @param vorgang the Vorgang it belongs to, if any
 */
record Kept(
        Downlink downlink,
        @Nullable Sending sending,
        @Nullable String schluessel,
        @Nullable VorgangId vorgang) {

    DownlinkId id() {
        return downlink.id();
    }

    boolean isOpen() {
        return downlink.verlauf().zustand() != Zustand.BEENDET;
    }

    /**
     * What is to be sent.
     *
     * @param devEui to which sensor
     * @param fPort on which port
     * @param payload what
     * @param via by which way
     * @param serverId the network server's own id for it, once that is known and not ours
     */
    record Sending(
            DevEui devEui,
            int fPort,
            byte[] payload,
            Via via,
            @Nullable String serverId) {

        /** The payload in Base64, as all network servers take it. */
        String base64() {
            return Base64.getEncoder().encodeToString(payload);
        }
    }

    /**
     * By which way a sensor is reached.
     *
     * @param source the network server
     * @param application the application there
     * @param deviceId what the sensor is called there, where that is not its devEui
     * @param route the name of the route in the settings
     */
    record Via(String source, String application, @Nullable String deviceId, String route) {}
}
