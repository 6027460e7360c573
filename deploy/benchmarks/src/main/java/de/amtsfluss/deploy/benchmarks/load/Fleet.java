package de.amtsfluss.deploy.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

/**
 * Containers with EM400-MUD sensors that report in turn. Most fill up to the half and are emptied slowly again, each
 * from another level on; one report in so many says that its container is full, and the next of the same container that
 * it was emptied.
 */
final class Fleet {

    private static final int EMPTY = 1150;
    private static final int FULL = 200;
    private static final int HALF = 800;

    /** What comes between the parts of a report that change; as ChirpStack v4 writes it. */
    private static final String AFTER_TIME = "\",\"deviceInfo\":{\"tenantId\":\"52f14cd4-c6f1-4fbd-8f87-4025e1d49242\","
            + "\"tenantName\":\"Bielefeld\",\"applicationId\":\"17c82e96-be03-4f38-aef3-f83d48582d97\","
            + "\"applicationName\":\"Container\",\"deviceProfileId\":\"14855bf7-d10d-4aee-b618-ebfcb64dc7ad\","
            + "\"deviceProfileName\":\"EM400-MUD\",\"deviceName\":\"Container\",\"deviceClassEnabled\":\"CLASS_A\","
            + "\"tags\":{},\"devEui\":\"";

    private static final String AFTER_DATA = "\",\"rxInfo\":[{\"gatewayId\":\"e4e124dadef64eee\",\"uplinkId\":25127,"
            + "\"gwTime\":\"2026-06-13T12:44:52.653481+00:00\",\"nsTime\":\"2026-06-13T12:44:52.670509207+00:00\","
            + "\"timeSinceGpsEpoch\":\"1433853910.653s\",\"rssi\":-68,\"snr\":13.2,\"channel\":4,\"location\":{},"
            + "\"context\":\"Hw9+zQ==\",\"crcStatus\":\"CRC_OK\"}],\"txInfo\":{\"frequency\":867300000,\"modulation\":"
            + "{\"lora\":{\"bandwidth\":125000,\"spreadingFactor\":7,\"codeRate\":\"CR_4_5\"}}},"
            + "\"regionConfigId\":\"eu868\"}";

    /** Shares no factor with the usual numbers, so that all containers have their turn. */
    private static final int STEP = 7;

    private final int first;
    private final int devices;
    private final int orderEvery;
    private final boolean[] full;
    private final String[] containers;
    private final String[] devEuis;
    private final Map<String, Long> emptied;
    private final String run = Long.toHexString(Instant.now().toEpochMilli());
    private final long firstFrame = Instant.now().getEpochSecond();
    private long sent;

    /**
     * A fleet of so many devices.
     *
     * @param first the number of its first device, so that several fleets have none in common
     * @param emptied from when on ({@link System#nanoTime()}) containers of all fleets are empty because the crew has
     *     emptied them; the next report says so and takes it from it
     */
    Fleet(int first, int devices, int orderEvery, Map<String, Long> emptied) {
        this.emptied = emptied;
        this.first = first;
        this.devices = devices;
        this.orderEvery = orderEvery;
        this.full = new boolean[devices];
        this.containers = new String[devices];
        this.devEuis = new String[devices];
        for (var device = 0; device < devices; device++) {
            containers[device] = String.format(Locale.ROOT, "LAST-%06d", first + device);
            devEuis[device] = String.format(Locale.ROOT, "24e1247a5d%06x", first + device);
        }
    }

    /**
     * One report.
     *
     * @param container which container's
     * @param devEui of the sensor, lower case as ChirpStack writes it
     * @param json the event
     * @param full whether it makes an order
     */
    record Report(String container, String devEui, byte[] json, boolean full) {}

    int devices() {
        return devices;
    }

    /** The register of a part of the fleet, as the application reads it. */
    String csv(int from, int to) {
        var csv = new StringBuilder(
                "id;art;ort;breite;laenge;bezirk;devEui;geraetetyp;gueltigAb;merkmal.fraktion;merkmal.volumenLiter;"
                        + "kalibrierung.emptyDistanceMm;kalibrierung.fullDistanceMm\n");
        for (var device = from; device < Math.min(to, devices); device++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%s;container;Messstraße %d, Mitte;%.5f;%.5f;Mitte;%s;milesight/em400-mud;2020-01-01T00:00:00Z;"
                            + "Restmuell;1100;%d;%d%n",
                    containers[device],
                    first + device,
                    52.0 + (first + device) % 1000 * 0.00005,
                    8.5 + Math.floorDiv(first + device, 1000) * 0.001,
                    devEuis[device].toUpperCase(Locale.ROOT),
                    EMPTY,
                    FULL));
        }
        return csv.toString();
    }

    /** The next report; for one thread. A full container stays full until the crew has emptied it. */
    Report next() {
        var number = sent++;
        var device = (int) (number % devices);
        var container = containers[device];
        if (full[device] && takeEmptied(container)) {
            full[device] = false;
            return new Report(container, devEuis[device], json(number, device, EMPTY - 10), false);
        }
        var isOrder = !full[device] && isTurn(number, device);
        full[device] |= isOrder;
        return new Report(
                container,
                devEuis[device],
                json(number, device, full[device] ? FULL + 10 : usual(number, device)),
                isOrder);
    }

    /** Whether it is empty by now; said once. */
    private boolean takeEmptied(String container) {
        var from = emptied.get(container);
        return from != null && from <= System.nanoTime() && emptied.remove(container, from);
    }

    /** Up and down between empty and half full, a millimetre a report. */
    private int usual(long number, int device) {
        var levels = EMPTY - HALF;
        var step = Math.floorMod(first + device + number / devices, 2 * levels);
        return HALF + Math.abs(levels - step);
    }

    /** One in so many, other containers in each round. */
    private boolean isTurn(long number, int device) {
        return (device + number / devices * STEP) % orderEvery == orderEvery - 1;
    }

    private byte[] json(long number, int device, int distance) {
        var payload =
                new byte[] {1, 117, 92, 3, 103, 1, 1, 4, (byte) 130, (byte) distance, (byte) (distance >> 8), 5, 0, 0};
        var time = Instant.now().truncatedTo(ChronoUnit.MICROS).toString().replace("Z", "+00:00");
        var text = "{\"deduplicationId\":\"" + run + "-" + first + "-" + number + "\",\"time\":\"" + time + AFTER_TIME
                + devEuis[device]
                + "\"},\"devAddr\":\"01" + devEuis[device].substring(10)
                + "\",\"adr\":true,\"dr\":5,\"fCnt\":" + (firstFrame + Math.floorDiv(number, devices))
                + ",\"fPort\":85,\"confirmed\":false,\"data\":\""
                + Base64.getEncoder().encodeToString(payload)
                + AFTER_DATA;
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
