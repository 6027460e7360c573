package de.amtsfluss.processes.formular;

import java.util.List;
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
 */
record FormField(String key, String type, String label, boolean engine, JsonNode validate, List<Object> options) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static FormField read(JsonNode component) {
        return new FormField(
                component.path("key").asString(),
                component.path("type").asString(),
                component.path("label").asString(component.path("key").asString()),
                component.path("properties").path("engine").asString("").equals("true"),
                component.path("validate"),
                options(component));
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
            case "textfield", "textarea", "datetime" -> checkText(value);
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
        var pattern = validate.path("pattern").asString("");
        return check(
                pattern.isEmpty() || Pattern.compile(pattern).matcher(text).find(),
                "„%s“ hat nicht die verlangte Form.");
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
