package de.amtsfluss.workers.documents.template;

import de.amtsfluss.decisiontables.SentenceTemplate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How offices write values (DIN 5008); in templates {@code schreibe}. What is not there is a dash. Values are taken as
 * the Vorgang keeps them: numbers, truth, and days and moments as text of ISO 8601.
 */
public final class Schreibweise {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
    private static final SentenceTemplate PLAIN = new SentenceTemplate("{wert}");
    private static final SentenceTemplate MONEY = new SentenceTemplate("{wert:€}");
    private static final String NONE = "–";

    /** Text as it is. */
    public String text(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? NONE : value.toString();
    }

    /** A number with at most one decimal, {@code 1.234,5}. */
    public String zahl(@Nullable Object value) {
        return value == null ? NONE : fill(PLAIN, number(value).setScale(1, RoundingMode.HALF_UP));
    }

    /** An amount of money, {@code 156,00 €}. */
    public String euro(@Nullable Object value) {
        return value == null ? NONE : fill(MONEY, number(value)).replace(' ', '\u00A0');
    }

    /** A day, {@code 31.12.2026}. */
    public String tag(@Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case LocalDate day -> fill(PLAIN, day);
            case Instant moment -> fill(PLAIN, LocalDate.ofInstant(moment, OFFICE));
            default -> fill(PLAIN, day(value.toString()));
        };
    }

    /** A moment in the office's time, {@code 31.12.2026, 14:30 Uhr}. */
    public String zeit(@Nullable Object value) {
        return switch (value) {
            case null -> NONE;
            case Instant moment -> fill(PLAIN, moment.atZone(OFFICE));
            default -> fill(PLAIN, moment(value.toString()).atZone(OFFICE));
        };
    }

    /** Truth, {@code ja} or {@code nein}. */
    public String jaNein(@Nullable Object value) {
        return value instanceof Boolean truth ? fill(PLAIN, truth) : NONE;
    }

    /** An account number in groups of four (DIN 5008). */
    public String iban(@Nullable Object value) {
        return value == null ? NONE : value.toString().replaceAll("\\s", "").replaceAll("(.{4})(?!$)", "$1\u00A0");
    }

    static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, OFFICE);
    }

    private static String fill(SentenceTemplate template, Object value) {
        return template.fill(Map.of("wert", value));
    }

    private static BigDecimal number(Object value) {
        if (value instanceof Number number) {
            return new BigDecimal(number.toString());
        }
        throw new IllegalArgumentException("the value is a %s, not a number".formatted(kind(value)));
    }

    private static LocalDate day(String text) {
        return parsed(text, LocalDate::parse)
                .orElseThrow(() -> new IllegalArgumentException("the value is not a day such as 2026-12-31"));
    }

    private static Instant moment(String text) {
        return parsed(text, Instant::parse)
                .orElseThrow(
                        () -> new IllegalArgumentException("the value is not a moment such as 2026-12-31T13:30:00Z"));
    }

    /** Nothing where it cannot be read: the exception quotes the value, which may be personal. */
    private static <T> Optional<T> parsed(String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String kind(Object value) {
        return value.getClass().getSimpleName();
    }
}
