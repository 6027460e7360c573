package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Uplinks of one sensor. */
final class Uplinks {

    static final DevEui SENSOR = new DevEui("24E124713D000001");

    private Uplinks() {}

    static Uplink uplink(String session, long fCnt, String event, String payload, Instant receivedAt) {
        return new Uplink(
                event,
                "chirpstack",
                "",
                "",
                SENSOR,
                session,
                fCnt,
                1,
                payload,
                receivedAt,
                false,
                List.of(),
                Map.of(),
                null,
                null,
                null,
                null);
    }
}
