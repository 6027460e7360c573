package de.amtsfluss.lorawantriggers.registry;

import de.amtsfluss.lorawantriggers.Asset;
import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.Device;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a registry file and notes all that is wrong with them. */
final class RegistryFile {

    private static final Set<String> REQUIRED =
            new LinkedHashSet<>(List.of("id", "art", "ort", "breite", "laenge", "bezirk", "devEui", "geraetetyp"));
    private static final Set<String> OPTIONAL = Set.of("gueltigAb", "ersetzt");

    /**
     * Without another word a sensor watches since so long, so that what it sent before it was registered can be used.
     */
    private static final Duration BEFORE = Duration.ofHours(12);

    /** As JSON writes numbers, so that a number with leading zeros stays a text. */
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");

    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final Instant now;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    private RegistryFile(Instant now) {
        this.now = now;
    }

    /**
     * One line that could be read.
     *
     * @param number its number in the file, counted from 1
     * @param asset the asset
     * @param device its sensor
     * @param ersetzt the sensor it takes the place of
     */
    record Line(
            long number,
            Asset asset,
            Device device,
            @Nullable DevEui ersetzt) {}

    /** Reads a file; what could not be read is in {@link #errors()}. */
    static RegistryFile read(String csv, Instant now) {
        var file = new RegistryFile(now);
        var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        try (var parser = FORMAT.parse(new StringReader(text))) {
            if (file.knows(parser.getHeaderNames())) {
                parser.forEach(record -> file.line(record, parser.getCurrentLineNumber()));
            }
        } catch (IllegalArgumentException | UncheckedIOException | IOException e) {
            file.errors.add("Das ist keine CSV-Datei, die mit Semikolon getrennt ist: " + e.getMessage());
        }
        return file;
    }

    List<Line> lines() {
        return lines;
    }

    List<String> errors() {
        return errors;
    }

    private boolean knows(List<String> columns) {
        REQUIRED.stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> errors.add("Die Spalte „%s“ fehlt.".formatted(column)));
        columns.stream()
                .filter(column -> !REQUIRED.contains(column)
                        && !OPTIONAL.contains(column)
                        && !column.matches("(merkmal|kalibrierung|variable)\\..+"))
                .forEach(column -> errors.add("Die Spalte „%s“ ist nicht bekannt.".formatted(column)));
        return errors.isEmpty();
    }

    private void line(CSVRecord record, long number) {
        var problems = new ArrayList<String>();
        if (!record.isConsistent()) {
            problems.add("Die Zeile hat %d Felder; es müssen so viele wie Spalten sein.".formatted(record.size()));
        } else {
            var gueltigAb = time(record, problems);
            var devEui = devEui(record, "devEui", problems);
            var ersetzt = value(record, "ersetzt").isEmpty() ? null : devEui(record, "ersetzt", problems);
            var breite = number(record, "breite", problems);
            var laenge = number(record, "laenge", problems);
            var kalibrierung = new HashMap<String, Double>();
            values(record, "kalibrierung.")
                    .keySet()
                    .forEach(key -> kalibrierung.put(key, number(record, "kalibrierung." + key, problems)));
            if (problems.isEmpty() && devEui != null) {
                add(record, number, devEui, ersetzt, new Place(breite, laenge), kalibrierung, gueltigAb, problems);
            }
        }
        problems.forEach(problem -> errors.add("Zeile %d: %s".formatted(number, problem)));
    }

    private record Place(double breite, double laenge) {}

    private void add(
            CSVRecord record,
            long number,
            DevEui devEui,
            @Nullable DevEui ersetzt,
            Place place,
            Map<String, Double> kalibrierung,
            Instant gueltigAb,
            List<String> problems) {
        try {
            var merkmale = new HashMap<String, Object>();
            values(record, "merkmal.").forEach((key, text) -> merkmale.put(key, typed(text)));
            var asset = new Asset(
                    record.get("id"),
                    record.get("art"),
                    record.get("ort"),
                    place.breite(),
                    place.laenge(),
                    record.get("bezirk"),
                    merkmale);
            var device = new Device(
                    devEui,
                    record.get("geraetetyp"),
                    asset.id(),
                    kalibrierung,
                    values(record, "variable."),
                    gueltigAb,
                    null);
            lines.add(new Line(number, asset, device, ersetzt));
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
    }

    private static Object typed(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        return text.equals("true") || text.equals("false") ? (Object) Boolean.valueOf(text) : text;
    }

    private static Map<String, String> values(CSVRecord record, String prefix) {
        var values = new HashMap<String, String>();
        record.toMap().forEach((column, text) -> {
            if (column.startsWith(prefix) && !text.isEmpty()) {
                values.put(column.substring(prefix.length()), text);
            }
        });
        return values;
    }

    private static String value(CSVRecord record, String column) {
        return record.isMapped(column) ? record.get(column) : "";
    }

    private Instant time(CSVRecord record, List<String> problems) {
        var text = value(record, "gueltigAb");
        try {
            if (!text.isEmpty()) {
                return Instant.parse(text);
            }
            // Two sensors are not swapped in the past.
            return value(record, "ersetzt").isEmpty() ? now.minus(BEFORE) : now;
        } catch (DateTimeParseException e) {
            problems.add("In gueltigAb muss eine Zeit wie 2026-03-01T08:00:00Z stehen, nicht „%s“.".formatted(text));
            return now;
        }
    }

    private static @Nullable DevEui devEui(CSVRecord record, String column, List<String> problems) {
        var devEui = DevEui.read(record.get(column));
        if (devEui.isEmpty()) {
            problems.add(
                    "In %s müssen 16 hexadezimale Ziffern stehen, nicht „%s“.".formatted(column, record.get(column)));
        }
        return devEui.orElse(null);
    }

    private static double number(CSVRecord record, String column, List<String> problems) {
        try {
            return Double.parseDouble(record.get(column));
        } catch (NumberFormatException e) {
            problems.add("In %s muss eine Zahl wie 52.02 stehen, nicht „%s“.".formatted(column, record.get(column)));
            return 0;
        }
    }
}
