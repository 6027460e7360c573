package de.amtsfluss.lorawantriggers.uplink;

import de.amtsfluss.lorawantriggers.DevEui;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message of a sensor, the same for all network servers; the value in the topic {@code lorawan.uplinks}.
 *
 * @param eventId the network server's number of the event
 * @param source which network server it came from, for example {@code chirpstack}
 * @param tenant the tenant there
 * @param application the application there
 * @param devEui the device
 * @param sessionKey names the radio session within which the frame counter runs
 * @param fCnt the frame counter, unsigned 32 bit
 * @param fPort the port, 0 if the message has none
 * @param payload what the device sent, Base64
 * @param receivedAt when the network server received it, to the microsecond: PostgreSQL keeps no more and rounds, while
 *     network servers tell nanoseconds, so what is remembered of a twin would differ from its row
 * @param confirmed whether the device asked for an acknowledgement
 * @param rx the gateways that heard it
 * @param tags what the network server knows of the device beside
 * @param spreadingFactor how slowly it was sent, 7 to 12; null if it was not said, or not sent by LoRa
 * @param frequency on which it was sent, Hz; null if it was not said
 * @param batteryPercent how full the battery is as far as the network server knows; null if it does not
 * @param deviceId what the device is called there, where that is not its devEui; null otherwise
 */
public record Uplink(
        String eventId,
        String source,
        String tenant,
        String application,
        DevEui devEui,
        String sessionKey,
        long fCnt,
        int fPort,
        String payload,
        Instant receivedAt,
        boolean confirmed,
        List<Rx> rx,
        Map<String, String> tags,
        @Nullable Integer spreadingFactor,
        @Nullable Long frequency,
        @Nullable Double batteryPercent,
        @Nullable String deviceId) {

    /** Keeps its own copies of the collections, and of the time what PostgreSQL keeps. */
    public Uplink {
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MICROS);
        rx = List.copyOf(rx);
        tags = Map.copyOf(tags);
    }

    /**
     * One gateway's reception.
     *
     * @param gateway the gateway's id
     * @param rssi signal strength, dBm
     * @param snr signal to noise ratio, dB
     */
    public record Rx(
            String gateway,
            @Nullable Integer rssi,
            @Nullable Double snr) {}

    /**
     * Names an uplink by itself, also where the network server gave it no number: within a session a counter comes
     * once.
     */
    public static String naturalKey(DevEui devEui, String sessionKey, long fCnt) {
        return devEui.value() + ":" + sessionKey + ":" + fCnt;
    }

    /** The bytes the device sent. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(payload);
    }

    /** Tells two messages under the same frame counter apart: SHA-256 over port and payload. */
    public byte[] hash() {
        return Sha256.of(fPort + ":", bytes());
    }
}
