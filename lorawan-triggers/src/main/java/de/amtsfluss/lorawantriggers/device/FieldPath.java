package de.amtsfluss.lorawantriggers.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * The way to a field of a codec's object: {@code a.b}, {@code a[0].b}, {@code a[-1]} for the last of a list,
 * {@code a[type=temperature].value} for the first object of a list with a field that says so; or a JSON Pointer (RFC
 * 6901) such as {@code /PM2.5}, for names with other signs.
 */
final class FieldPath {

    private static final String NAME = "[\\p{L}\\d_$-]+";
    private static final String CHOICE = "\\[-?\\d{1,6}]|\\[" + NAME + "=[^\\[\\]]+]";
    private static final String PART = NAME + "(?:" + CHOICE + ")*+";
    private static final Pattern PATH = Pattern.compile(PART + "(?:\\." + PART + ")*+");
    private static final Pattern STEP =
            Pattern.compile("\\[(?<index>-?\\d+)]|\\[(?<key>" + NAME + ")=(?<word>[^\\[\\]]+)]|(?<name>" + NAME + ")");

    private final List<Step> steps;

    private FieldPath(List<Step> steps) {
        this.steps = steps;
    }

    /** A step from a value to one within. */
    private sealed interface Step {

        JsonNode from(JsonNode node);
    }

    private record Pointer(JsonPointer pointer) implements Step {

        @Override
        public JsonNode from(JsonNode node) {
            return node.at(pointer);
        }
    }

    private record Named(String name) implements Step {

        @Override
        public JsonNode from(JsonNode node) {
            return node.isObject() ? node.path(name) : MissingNode.getInstance();
        }
    }

    private record At(int index) implements Step {

        @Override
        public JsonNode from(JsonNode node) {
            return node.path(index < 0 ? node.size() + index : index);
        }
    }

    private record Where(String key, String word) implements Step {

        @Override
        public JsonNode from(JsonNode node) {
            for (var element : node) {
                if (word.equals(text(element.path(key)))) {
                    return element;
                }
            }
            return MissingNode.getInstance();
        }

        private static String text(JsonNode value) {
            return value.isString() ? value.stringValue() : value.toString();
        }
    }

    /** The path of a text, empty if it is none. */
    static Optional<FieldPath> of(String text) {
        if (text.startsWith("/")) {
            return Optional.of(new FieldPath(List.of(new Pointer(JsonPointer.compile(text)))));
        }
        if (!PATH.matcher(text).matches()) {
            return Optional.empty();
        }
        var steps = new ArrayList<Step>();
        var found = STEP.matcher(text);
        while (found.find()) {
            if (found.group("index") != null) {
                steps.add(new At(Integer.parseInt(found.group("index"))));
            } else if (found.group("key") != null) {
                steps.add(new Where(found.group("key"), found.group("word")));
            } else {
                steps.add(new Named(found.group("name")));
            }
        }
        return Optional.of(new FieldPath(List.copyOf(steps)));
    }

    /** What is there; missing if there is nothing. */
    JsonNode in(JsonNode data) {
        var node = data;
        for (var step : steps) {
            node = step.from(node);
        }
        return node;
    }
}
