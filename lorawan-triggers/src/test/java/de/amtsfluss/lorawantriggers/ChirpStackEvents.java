package de.amtsfluss.lorawantriggers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;

/** Events as a real ChirpStack 4 writes them, for one device. */
public final class ChirpStackEvents {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSxxx");

    private final DevEui devEui;
    private final String devAddr;

    /** A device in a radio session. */
    public ChirpStackEvents(DevEui devEui, String devAddr) {
        this.devEui = devEui;
        this.devAddr = devAddr;
    }

    /** An uplink of an EM400-MUD that measures a distance. */
    public byte[] up(long fCnt, int distanceMm, Instant at) {
        return up(
                fCnt,
                new byte[] {
                    1, 117, 92, 3, 103, 1, 1, 4, (byte) 130, (byte) distanceMm, (byte) (distanceMm >> 8), 5, 0, 0
                },
                at);
    }

    /** An uplink with any payload. */
    public byte[] up(long fCnt, byte[] payload, Instant at) {
        return """
                {"deduplicationId":"%s","time":"%s",
                 "deviceInfo":{"tenantId":"52f14cd4-c6f1-4fbd-8f87-4025e1d49242","tenantName":"Bielefeld",
                  "applicationId":"17c82e96-be03-4f38-aef3-f83d48582d97","applicationName":"Container",
                  "deviceProfileId":"14855bf7-d10d-4aee-b618-ebfcb64dc7ad","deviceProfileName":"EM400-MUD",
                  "deviceName":"Container","devEui":"%s","deviceClassEnabled":"CLASS_A","tags":{"ort":"Mitte"}},
                 "devAddr":"%s","adr":true,"dr":5,"fCnt":%d,"fPort":85,"confirmed":false,"data":"%s",
                 "rxInfo":[{"gatewayId":"e4e124dadef64eee","uplinkId":25127,
                  "gwTime":"2025-06-13T12:44:52.653481+00:00","nsTime":"2025-06-13T12:44:52.670509207+00:00",
                  "timeSinceGpsEpoch":"1433853910.653s","rssi":-68,"snr":13.2,"channel":4,"location":{},
                  "context":"Hw9+zQ==","crcStatus":"CRC_OK"}],
                 "txInfo":{"frequency":867300000,"modulation":{"lora":{"bandwidth":125000,"spreadingFactor":7,
                  "codeRate":"CR_4_5"}}},"regionConfigId":"eu868"}
                """.formatted(
                        UUID.randomUUID(),
                        TIME.format(at.atOffset(ZoneOffset.UTC)),
                        devEui.value().toLowerCase(java.util.Locale.ROOT),
                        devAddr,
                        fCnt,
                        Base64.getEncoder().encodeToString(payload))
                .getBytes(StandardCharsets.UTF_8);
    }
}
