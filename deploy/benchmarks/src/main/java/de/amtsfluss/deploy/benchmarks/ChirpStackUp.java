package de.amtsfluss.deploy.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;

/**
 * An uplink of a Milesight EM400-MUD as ChirpStack 4 reports it.
 *
 * @param containerId given as a tag of the device
 * @param devEui the device, lower-case hexadecimal
 * @param devAddr the radio session
 * @param fCnt the frame counter
 * @param distanceMm what the sensor measures
 * @param at when it was received
 */
record ChirpStackUp(String containerId, String devEui, String devAddr, int fCnt, int distanceMm, Instant at) {

    private static final String APPLICATION = "17c82e96-be03-4f38-aef3-f83d48582d97";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSSxxx");

    /** Where ChirpStack publishes it. */
    String topic() {
        return "application/%s/device/%s/event/up".formatted(APPLICATION, devEui);
    }

    /** What ChirpStack publishes. */
    byte[] json() {
        return """
                {"deduplicationId":"%s","time":"%s","deviceInfo":{"tenantId":"52f14cd4-c6f1-4fbd-8f87-4025e1d49242",\
                "tenantName":"Bielefeld","applicationId":"%s","applicationName":"Container",\
                "deviceProfileName":"Milesight EM400-MUD","deviceName":"%s","devEui":"%s",\
                "deviceClassEnabled":"CLASS_A","tags":{"containerId":"%s"}},"devAddr":"%s","adr":true,"dr":5,\
                "fCnt":%d,"fPort":85,"confirmed":false,"data":"%s","rxInfo":[{"gatewayId":"e4e124dadef64eee",\
                "rssi":-97,"snr":7.5,"location":{},"crcStatus":"CRC_OK"}],"txInfo":{"frequency":868100000,\
                "modulation":{"lora":{"bandwidth":125000,"spreadingFactor":7,"codeRate":"CR_4_5"}}},\
                "regionConfigId":"eu868"}""".formatted(
                        UUID.randomUUID(),
                        TIME.format(at.atOffset(ZoneOffset.UTC)),
                        APPLICATION,
                        containerId,
                        devEui,
                        containerId,
                        devAddr,
                        fCnt,
                        Base64.getEncoder().encodeToString(payload()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Battery 87 %, 18.4 °C, the distance, upright. */
    private byte[] payload() {
        return new byte[] {
            0x01,
            0x75,
            87,
            0x03,
            0x67,
            (byte) 184,
            0,
            0x04,
            (byte) 0x82,
            (byte) distanceMm,
            (byte) (distanceMm >> 8),
            0x05,
            0x00,
            0x00
        };
    }
}
