package de.amtsfluss.decisiontables.conformance;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Values of test files: read by the types of XML Schema, and compared as the suite wants it. */
final class TestValues {

    /** Results of divisions and roots need not be exact to the last of their digits. */
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-8");

    private static final Pattern YEARS_AND_MONTHS = Pattern.compile("-?P(?=\\d)(\\d+Y)?(\\d+M)?");

    private TestValues() {}

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** Reads a {@code <value>}; one without type is what it looks like: a number, a truth value or a text. */
    static @Nullable Object read(Element value) {
        String instance = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;
        if (Boolean.parseBoolean(value.getAttributeNS(instance, "nil"))) {
            return null;
        }
        String type = value.getAttributeNS(instance, "type");
        return read(type.substring(type.indexOf(':') + 1), value.getTextContent());
    }

    private static Object read(String type, String text) {
        String token = text.strip();
        return switch (type) {
            case "decimal", "double", "float", "integer", "int", "long" -> new BigDecimal(token);
            case "boolean" -> "true".equals(token) || "1".equals(token);
            case "date" -> LocalDate.parse(token);
            case "time" -> DateTimeFormatter.ISO_TIME.parseBest(token, OffsetTime::from, LocalTime::from);
            case "dateTime" ->
                DateTimeFormatter.ISO_DATE_TIME.parseBest(token, ZonedDateTime::from, LocalDateTime::from);
            case "duration" ->
                YEARS_AND_MONTHS.matcher(token).matches() ? Period.parse(token).normalized() : Duration.parse(token);
            case "" -> guessed(text);
            default -> text;
        };
    }

    private static Object guessed(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        return "true".equals(text) || "false".equals(text) ? Boolean.valueOf(text) : text;
    }

    /** Says whether a result is what was expected. */
    static boolean same(@Nullable Object expected, @Nullable Object actual) {
        return switch (expected) {
            case null -> actual == null;
            case BigDecimal number -> actual instanceof BigDecimal other && close(number, other);
            case ZonedDateTime moment ->
                actual instanceof ZonedDateTime other
                        && moment.toOffsetDateTime().equals(other.toOffsetDateTime());
            case Period duration -> actual instanceof Period other && duration.equals(other.normalized());
            case List<?> list -> actual instanceof List<?> other && sameElements(list, other);
            case Map<?, ?> context -> actual instanceof Map<?, ?> other && sameEntries(context, other);
            // One without type may be of another than it looks like.
            default -> expected.equals(actual) || (actual != null && expected.equals(actual.toString()));
        };
    }

    private static boolean close(BigDecimal expected, BigDecimal actual) {
        return expected.subtract(actual).abs().compareTo(expected.abs().multiply(TOLERANCE)) <= 0;
    }

    private static boolean sameElements(List<?> expected, List<?> actual) {
        return expected.size() == actual.size()
                && IntStream.range(0, expected.size())
                        .allMatch(element -> same(expected.get(element), actual.get(element)));
    }

    private static boolean sameEntries(Map<?, ?> expected, Map<?, ?> actual) {
        return expected.keySet().equals(actual.keySet())
                && expected.entrySet().stream()
                        .allMatch(entry -> same(entry.getValue(), actual.get(String.valueOf(entry.getKey()))));
    }
}
