package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a sensor is heard.
 *
 * @param devEui the sensor
 * @param sessionKey its radio session
 * @param fCnt the latest frame counter
 * @param receivedAt when its latest uplink was received
 * @param rssi signal strength at the best gateway, dBm
 * @param snr signal to noise ratio at the best gateway, dB
 * @param spreadingFactor 7 to 12
 * @param received how many uplinks were counted
 * @param lost how many are missing between them by the frame counter
 * @param lossRate the share of missing ones, recent ones weighing more, 0 to 1
 * @param source the network server that heard it last; null in rows that older copies wrote, like the two below
 * @param application the application there
 * @param deviceId what it is called there, where that is not its devEui
 */
record Link(
        DevEui devEui,
        @Nullable String sessionKey,
        long fCnt,
        Instant receivedAt,
        @Nullable Integer rssi,
        @Nullable Double snr,
        @Nullable Integer spreadingFactor,
        long received,
        long lost,
        double lossRate,
        @Nullable String source,
        @Nullable String application,
        @Nullable String deviceId) {

    /** How much one frame counts in the rate of loss: about the last twenty. */
    private static final double WEIGHT = 0.05;

    /** Beyond so many missing frames in a row nothing more can be learnt. */
    private static final long MOST_GAPS = 100;

    /** The link after an uplink. */
    static Link after(@Nullable Link before, Uplink uplink) {
        var missing = before == null ? 0 : before.missing(uplink);
        var rate = before == null ? 0 : before.lossRate;
        for (var gap = 0L; gap < Math.min(missing, MOST_GAPS); gap++) {
            rate = rate * (1 - WEIGHT) + WEIGHT;
        }
        var best = uplink.rx().stream()
                .filter(rx -> rx.rssi() != null)
                .max(Comparator.comparingInt(Link::strength))
                .orElse(null);
        return new Link(
                uplink.devEui(),
                uplink.sessionKey(),
                uplink.fCnt(),
                uplink.receivedAt(),
                best == null ? null : best.rssi(),
                best == null ? null : best.snr(),
                uplink.spreadingFactor(),
                (before == null ? 0 : before.received) + 1,
                (before == null ? 0 : before.lost) + missing,
                rate * (1 - WEIGHT),
                uplink.source(),
                uplink.application(),
                uplink.deviceId());
    }

    /**
     * The link once an uplink has come that was overtaken: it was taken for lost until then. The rest stays, since it
     * is newer.
     */
    Link overtaken(Uplink late) {
        if (!isSameSession(late) || late.fCnt() >= fCnt || lost == 0) {
            return this;
        }
        // Each frame after it, heard or lost, has made its share of the rate smaller.
        var share = WEIGHT * Math.pow(1 - WEIGHT, (double) (fCnt - late.fCnt()));
        return new Link(
                devEui,
                sessionKey,
                fCnt,
                receivedAt,
                rssi,
                snr,
                spreadingFactor,
                received + 1,
                lost - 1,
                Math.max(0, lossRate - share),
                source,
                application,
                deviceId);
    }

    /** Whether the same sensor was heard in the same session by the same network server. */
    boolean hasSenderOf(Link other) {
        return devEui.equals(other.devEui)
                && Objects.equals(sessionKey, other.sessionKey)
                && Objects.equals(source, other.source)
                && Objects.equals(application, other.application)
                && Objects.equals(deviceId, other.deviceId);
    }

    /** Frames between this one and the next; none can be told apart when the sensor or its radio session is new. */
    private long missing(Uplink next) {
        return isSameSession(next) ? Math.max(0, next.fCnt() - fCnt - 1) : 0;
    }

    private boolean isSameSession(Uplink other) {
        return other.devEui().equals(devEui) && other.sessionKey().equals(sessionKey);
    }

    private static int strength(Uplink.Rx rx) {
        var rssi = rx.rssi();
        return rssi == null ? Integer.MIN_VALUE : rssi;
    }
}
