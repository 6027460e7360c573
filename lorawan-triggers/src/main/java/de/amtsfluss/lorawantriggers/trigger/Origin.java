package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.device.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the value of a fact comes from, as a trigger's file names it. */
sealed interface Origin {

    /** The value, absent if it is not known. */
    @Nullable
    Object value(Context context);

    /**
     * A property of the asset.
     *
     * @param field which one
     */
    record OfAsset(Field field) implements Origin {
        @Override
        public @Nullable Object value(Context context) {
            var asset = context.subject();
            return switch (field) {
                case ID -> asset.id();
                case ART -> asset.art();
                case ORT -> asset.ort();
                case BREITE -> asset.breite();
                case LAENGE -> asset.laenge();
                case BEZIRK -> asset.bezirk();
            };
        }
    }

    /** The properties every asset has. */
    enum Field {
        ID,
        ART,
        ORT,
        BREITE,
        LAENGE,
        BEZIRK
    }

    /**
     * What the register knows of the asset beside.
     *
     * @param name its name there
     */
    record Merkmal(String name) implements Origin {
        @Override
        public @Nullable Object value(Context context) {
            return context.subject().merkmale().get(name);
        }
    }

    /**
     * The latest value that was measured.
     *
     * @param quantity of what
     */
    record Measured(Quantity quantity) implements Origin {
        @Override
        public @Nullable Object value(Context context) {
            return context.values().get(quantity);
        }
    }

    /**
     * An output of the decision table.
     *
     * @param output its name
     */
    record Decision(String output) implements Origin {
        @Override
        public @Nullable Object value(Context context) {
            return context.output(output);
        }
    }

    /** The time of the reading. */
    record Time() implements Origin {
        @Override
        public Object value(Context context) {
            return context.at().toString();
        }
    }

    /**
     * The time of the reading and so many hours, fractions too, as an output of the decision table says.
     *
     * @param output its name
     */
    record TimePlus(String output) implements Origin {
        @Override
        public @Nullable Object value(Context context) {
            return context.output(output) instanceof BigDecimal hours
                    ? context.at()
                            .plus(Duration.ofSeconds(hours.multiply(BigDecimal.valueOf(3600), MathContext.DECIMAL64)
                                    .longValue()))
                            .toString()
                    : null;
        }
    }

    /**
     * A part of the time of the reading as the city's clocks show it.
     *
     * @param part which one
     */
    record LocalTime(Part part) implements Origin {
        @Override
        public Object value(Context context) {
            var local = context.at().atZone(Schedule.ZONE);
            return switch (part) {
                case STUNDE -> BigDecimal.valueOf(local.getHour());
                case WOCHENTAG -> DAYS.get(local.getDayOfWeek().getValue() - 1);
            };
        }
    }

    /** What a table asks of the time. */
    enum Part {
        /** The hour that runs, 0 to 23. */
        STUNDE,
        /** The day of the week as German offices write it, {@code Mo} to {@code So}. */
        WOCHENTAG
    }

    /** The days from Monday on. */
    List<String> DAYS = List.of("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So");

    /** The number of the sensor. */
    record Sensor() implements Origin {
        @Override
        public @Nullable Object value(Context context) {
            return context.sensor();
        }
    }

    /** {@code zeit + entscheidung.fristStunden}. */
    Pattern TIME_PLUS = Pattern.compile("zeit \\+ entscheidung\\.(\\w+)");

    /**
     * Reads a name like {@code merkmal.fraktion}.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Origin of(String text) {
        var plus = TIME_PLUS.matcher(text);
        if (plus.matches()) {
            return new TimePlus(plus.group(1));
        }
        var dot = text.indexOf('.');
        var rest = text.substring(dot + 1);
        return switch (dot < 0 ? text : text.substring(0, dot)) {
            case "asset" -> new OfAsset(Field.valueOf(rest.toUpperCase(Locale.ROOT)));
            case "merkmal" -> new Merkmal(rest);
            case "messung" ->
                new Measured(Quantity.of(rest)
                        .orElseThrow(
                                () -> new IllegalArgumentException("Expected a known quantity, but found " + rest)));
            case "entscheidung" -> new Decision(rest);
            case "zeit" -> new Time();
            case "ortszeit" -> new LocalTime(Part.valueOf(rest.toUpperCase(Locale.ROOT)));
            case "sensor" -> new Sensor();
            default ->
                throw new IllegalArgumentException(
                        "Expected asset, merkmal, messung, entscheidung, zeit, ortszeit or sensor, but found '%s'"
                                .formatted(text));
        };
    }
}
