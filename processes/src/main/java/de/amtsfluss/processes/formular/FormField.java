package de.amtsfluss.processes.formular;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One field of a form with its rules.
 *
 * @param key the key of its value
 * @param type the form-js component type
 * @param label what people read
 * @param engine whether its value goes to the engine
 * @param validate the rules as written in the form
 * @param options the values to choose from, empty where anything goes
 * @param hidden when it is not asked for, absent if it always is
 * @param subtype what kind of the type it is, for example {@code date}
 * @param properties what else the form says of it
 */
record FormField(
        String key,
        String type,
        String label,
        boolean engine,
        JsonNode validate,
        List<Object> options,
        @Nullable Condition hidden,
        String subtype,
        Map<String, String> properties) {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static FormField read(JsonNode component) {
        return new FormField(
                component.path("key").asString(),
                component.path("type").asString(),
                component.path("label").asString(component.path("key").asString()),
                component.path("properties").path("engine").asString("").equals("true"),
                component.path("validate"),
                options(component),
                Condition.read(component.path("conditional").path("hide").asString("")),
                component.path("subtype").asString(""),
                properties(component));
    }

    private static Map<String, String> properties(JsonNode component) {
        var properties = new HashMap<String, String>();
        component
                .path("properties")
                .properties()
                .forEach(property ->
                        properties.put(property.getKey(), property.getValue().asString("")));
        return properties;
    }

    /** Whether the field is asked for, given the other values. */
    boolean isAsked(Map<String, @Nullable Object> values) {
        return hidden == null || !hidden.holds(values);
    }

    private static List<Object> options(JsonNode component) {
        return StreamSupport.stream(component.path("values").spliterator(), false)
                .map(option -> JSON.treeToValue(option.path("value"), Object.class))
                .toList();
    }

    /** Checks a value; absent where the field was left empty. */
    Optional<String> check(@Nullable Object value) {
        if (value == null || value.equals("")) {
            return validate.path("required").asBoolean(false)
                    ? Optional.of("„%s“ muss ausgefüllt werden.".formatted(label))
                    : Optional.empty();
        }
        return switch (type) {
            case "textfield", "textarea" -> checkText(value);
            case "datetime" -> checkDate(value);
            case "number" -> checkNumber(value);
            case "checkbox" -> check(value instanceof Boolean, "„%s“ muss Ja oder Nein sein.");
            case "radio", "select" -> checkOption(value);
            case "checklist", "taglist" -> checkOptions(value);
            default -> Optional.of("„%s“ kann nicht ausgefüllt werden.".formatted(label));
        };
    }

    private Optional<String> checkText(Object value) {
        if (!(value instanceof String text)) {
            return Optional.of("„%s“ muss ein Text sein.".formatted(label));
        }
        var longest = validate.path("maxLength").asInt(Integer.MAX_VALUE);
        if (text.length() > longest) {
            return Optional.of("„%s“ darf höchstens %d Zeichen lang sein.".formatted(label, longest));
        }
        var shortest = validate.path("minLength").asInt(0);
        if (text.length() < shortest) {
            return Optional.of("„%s“ muss mindestens %d Zeichen lang sein.".formatted(label, shortest));
        }
        if (Texts.isUnwritable(text)) {
            return Optional.of("„%s“ enthält Zeichen, die nicht geschrieben werden können.".formatted(label));
        }
        if (validate.path("validationType").asString("").equals("email") && !Texts.isEmail(text)) {
            return Optional.of("„%s“ ist keine E-Mail-Adresse.".formatted(label));
        }
        var pattern = validate.path("pattern").asString("");
        return check(
                pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find(),
                "„%s“ hat nicht die verlangte Form.");
    }

    /** A day as form-js sends it; {@code zeitraum} and {@code nichtVor} bound it. */
    private Optional<String> checkDate(Object value) {
        if (!subtype.equals("date")) {
            return checkText(value);
        }
        try {
            var day = LocalDate.parse(String.valueOf(value));
            if ("vergangen".equals(properties.get("zeitraum")) && day.isAfter(LocalDate.now(OFFICE))) {
                return Optional.of("„%s“ darf nicht in der Zukunft liegen.".formatted(label));
            }
            var earliest = properties.get("nichtVor");
            return check(earliest == null || !day.isBefore(LocalDate.parse(earliest)), "„%s“ liegt zu weit zurück.");
        } catch (DateTimeParseException e) {
            return Optional.of("„%s“ muss ein Datum sein.".formatted(label));
        }
    }

    private Optional<String> checkNumber(Object value) {
        if (!(value instanceof Number number)) {
            return Optional.of("„%s“ muss eine Zahl sein.".formatted(label));
        }
        var smallest = validate.path("min").asDouble(Double.NEGATIVE_INFINITY);
        var largest = validate.path("max").asDouble(Double.POSITIVE_INFINITY);
        return check(
                number.doubleValue() >= smallest && number.doubleValue() <= largest,
                "„%s“ liegt außerhalb des erlaubten Bereichs.");
    }

    private Optional<String> checkOption(Object value) {
        return check(options.contains(value), "„%s“ enthält keine der angebotenen Antworten.");
    }

    private Optional<String> checkOptions(Object value) {
        return check(
                value instanceof List<?> chosen && options.containsAll(chosen),
                "„%s“ enthält keine der angebotenen Antworten.");
    }

    private Optional<String> check(boolean valid, String sentence) {
        return valid ? Optional.empty() : Optional.of(sentence.formatted(label));
    }
}
