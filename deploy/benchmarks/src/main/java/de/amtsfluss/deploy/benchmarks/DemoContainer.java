package de.amtsfluss.deploy.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One container of the demo day, as it really is; its sensor knows only the distance down to the waste. */
final class DemoContainer {

    private static final String RESOURCE = "demo/containers.csv";

    /** Here every fraction is full enough for an order by the decision table. */
    private static final double FULL = 95;

    private final String id;
    private final String ort;
    private final String fraktion;
    private final String devEui;
    private final int emptyDistanceMm;
    private final int fullDistanceMm;
    private final Random random;
    private final String devAddr;
    private final double prozentPerHour;
    private double prozent;
    private int fCnt;
    private Duration last = Duration.ZERO;
    private @Nullable Duration crewComes;

    private DemoContainer(String line, Random random) {
        var cells = line.split(";", -1);
        if (cells.length != 10) {
            throw new IllegalArgumentException(
                    "Expected 10 cells in each line of the containers, but found '%s'".formatted(line));
        }
        this.id = cells[0];
        this.ort = cells[1];
        this.fraktion = cells[4];
        this.devEui = cells[6].toLowerCase(java.util.Locale.ROOT);
        this.emptyDistanceMm = Integer.parseInt(cells[8]);
        this.fullDistanceMm = Integer.parseInt(cells[9]);
        this.random = random;
        // A new session each day, so that the counter may start anew.
        this.devAddr = "%08x".formatted(random.nextInt());
        this.prozentPerHour = 2 + random.nextDouble() * 12;
        this.prozent = 5 + random.nextDouble() * 60;
    }

    /** What happened to the container since its last report. */
    enum Happened {
        /** Some more was thrown in, or nothing. */
        FILLING,
        /** It has become full. */
        BECAME_FULL,
        /** The crew was there. */
        EMPTIED
    }

    static List<DemoContainer> fromFile(Path file, Random random) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("Expected the containers in %s, but cannot read it".formatted(file));
        }
        return parse(Files.readString(file), random);
    }

    static List<DemoContainer> fromClassPath(Random random) throws IOException {
        try (var stream = DemoContainer.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (stream == null) {
                throw new IllegalArgumentException(
                        "Expected %s on the class path, but it is not there; give --containers".formatted(RESOURCE));
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.UTF_8), random);
        }
    }

    private static List<DemoContainer> parse(String text, Random random) {
        return text.lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> new DemoContainer(line, random))
                .toList();
    }

    /** Lets time pass. */
    Happened advance(Duration now) {
        var hours = now.minus(last).toMillis() / 3_600_000.0;
        last = now;
        if (crewComes != null && now.compareTo(crewComes) >= 0) {
            crewComes = null;
            prozent = 2 + random.nextDouble() * 6;
            return Happened.EMPTIED;
        }
        prozent = Math.min(100, prozent + hours * prozentPerHour * (0.5 + random.nextDouble()));
        if (prozent >= FULL && crewComes == null) {
            crewComes = now.plus(Duration.ofMinutes(90 + random.nextInt(180)));
            return Happened.BECAME_FULL;
        }
        return Happened.FILLING;
    }

    /** What the sensor sends now. */
    ChirpStackUp report(Instant now) {
        return report(now, prozent);
    }

    /** What the sensor would send if the container were filled to this level. */
    ChirpStackUp report(Instant now, double level) {
        var distance = (int) Math.round(emptyDistanceMm - level / 100 * (emptyDistanceMm - fullDistanceMm));
        return new ChirpStackUp(id, devEui, devAddr, fCnt++, distance, now);
    }

    String id() {
        return id;
    }

    String ort() {
        return ort;
    }

    String fraktion() {
        return fraktion;
    }

    double prozent() {
        return prozent;
    }
}
