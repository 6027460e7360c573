package de.amtsfluss;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** A Milesight EM400-MUD as ChirpStack v4 reports it: each event with the next counter. */
final class Sensor {

    private static final String APPLICATION = "6a1d5c1e-1d9e-4d5b-9d0a-0c6a2f1f8b01";

    private final String devEui;
    private final String devAddr =
            String.format(Locale.ROOT, "%08x", ThreadLocalRandom.current().nextInt());
    private final AtomicInteger counter = new AtomicInteger();

    Sensor(String devEui) {
        this.devEui = devEui.toLowerCase(Locale.ROOT);
    }

    String topic() {
        return "application/%s/device/%s/event/up".formatted(APPLICATION, devEui);
    }

    /** An uplink that says now how far the waste is from the sensor. */
    String uplink(int distanceMm) {
        return uplink(distanceMm, Instant.now());
    }

    /** An uplink that said so at another time. */
    String uplink(int distanceMm, Instant at) {
        return """
                {"deduplicationId":"%s","time":"%s",
                 "deviceInfo":{"tenantId":"52f14cd4-c6f1-4fbd-8f87-4025e1d49242","tenantName":"Stadt","applicationId":"%s",
                  "applicationName":"Container","deviceProfileId":"14855bf7-d10d-4aee-b618-ebfcb64dc7ad",
                  "deviceProfileName":"EM400-MUD","deviceName":"Container","devEui":"%s","deviceClassEnabled":"CLASS_A","tags":{}},
                 "devAddr":"%s","adr":true,"dr":5,"fCnt":%d,"fPort":85,"confirmed":false,"data":"%s",
                 "rxInfo":[{"gatewayId":"e4e124dadef64eee","uplinkId":25127,"rssi":-88,"snr":9.2,"channel":4,"location":{},
                  "context":"Hw9+zQ==","crcStatus":"CRC_OK"}],
                 "txInfo":{"frequency":867300000,"modulation":{"lora":{"bandwidth":125000,"spreadingFactor":7,
                  "codeRate":"CR_4_5"}}},"regionConfigId":"eu868"}""".formatted(
                        UUID.randomUUID(),
                        at.toString().replace("Z", "+00:00"),
                        APPLICATION,
                        devEui,
                        devAddr,
                        counter.getAndIncrement(),
                        payload(distanceMm));
    }

    /** Battery 92 %, 18.4 °C, the distance, upright; channels as in the manual of the EM400-MUD. */
    private static String payload(int distanceMm) {
        var bytes = ByteBuffer.allocate(14)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {0x01, 0x75, 92, 0x03, 0x67})
                .putShort((short) 184)
                .put(new byte[] {0x04, (byte) 0x82})
                .putShort((short) distanceMm)
                .put(new byte[] {0x05, 0x00, 0x00});
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
