package de.amtsfluss.deploy.rehearsalengine.rest;

import com.fasterxml.jackson.databind.JsonNode;
import de.amtsfluss.deploy.rehearsalengine.view.Row;
import de.amtsfluss.deploy.rehearsalengine.view.Views;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Chooses rows as the API's filters do: every field given must fit. */
final class Filter {

    /** Filters by variables, and the field with the scope that has them. */
    private static final Map<String, String> VARIABLE_FILTERS = Map.of(
            "variables", "processInstanceKey",
            "processInstanceVariables", "processInstanceKey",
            "localVariables", "elementInstanceKey");

    private final JsonNode conditions;
    private final Views views;

    Filter(JsonNode conditions, Views views) {
        this.conditions = conditions;
        this.views = views;
    }

    boolean matches(Row row) {
        return conditions
                .propertyStream()
                .allMatch(condition -> matches(row, condition.getKey(), condition.getValue()));
    }

    private boolean matches(Row row, String field, JsonNode wanted) {
        if (isNothing(wanted)) {
            return true;
        }
        if (field.equals("$or")) {
            return stream(wanted).anyMatch(part -> new Filter(part, views).matches(row));
        }
        var scope = VARIABLE_FILTERS.get(field);
        if (scope != null) {
            return stream(wanted).allMatch(variable -> hasVariable(row.get(scope), variable));
        }
        if (!row.has(field)) {
            throw new BadRequestException("Expected a field to filter by, but found '%s'".formatted(field));
        }
        var value = row.get(field);
        if (value instanceof Collection<?> several) {
            return wanted.isArray()
                    ? stream(wanted).allMatch(one -> several.contains(one.asText()))
                    : several.stream().anyMatch(one -> fits(one, wanted));
        }
        return fits(value, wanted);
    }

    private boolean hasVariable(@Nullable Object scope, JsonNode variable) {
        var value = variable.path("value");
        var wanted = value.isObject() ? value.path("$eq") : value;
        return scope != null && views.hasVariable(scope, variable.path("name").asText(), wanted.asText());
    }

    private static boolean fits(@Nullable Object value, JsonNode wanted) {
        return wanted.isObject()
                ? wanted.propertyStream().allMatch(part -> fits(value, part.getKey(), part.getValue()))
                : same(value, wanted);
    }

    private static boolean fits(@Nullable Object value, String operator, JsonNode operand) {
        return isNothing(operand)
                || switch (operator) {
                    case "$eq" -> same(value, operand);
                    case "$neq" -> !same(value, operand);
                    case "$exists" -> (value != null) == operand.asBoolean();
                    case "$in" -> stream(operand).anyMatch(one -> same(value, one));
                    case "$notIn" -> stream(operand).noneMatch(one -> same(value, one));
                    case "$like" ->
                        value != null
                                && like(operand.asText())
                                        .matcher(value.toString())
                                        .matches();
                    case "$gt" -> value != null && Values.compare(value, operand.asText()) > 0;
                    case "$gte" -> value != null && Values.compare(value, operand.asText()) >= 0;
                    case "$lt" -> value != null && Values.compare(value, operand.asText()) < 0;
                    case "$lte" -> value != null && Values.compare(value, operand.asText()) <= 0;
                    default ->
                        throw new BadRequestException(
                                "Expected a filter's operator, but found '%s'".formatted(operator));
                };
    }

    /** The client sends empty lists for what its caller left out. */
    private static boolean isNothing(JsonNode wanted) {
        return wanted.isNull() || (wanted.isArray() && wanted.isEmpty());
    }

    private static boolean same(@Nullable Object value, JsonNode wanted) {
        return value != null && Values.compare(value, wanted.asText()) == 0;
    }

    /** {@code *} stands for any characters, {@code ?} for one. */
    private static Pattern like(String text) {
        var pattern = new StringBuilder();
        text.chars()
                .forEach(c -> pattern.append(
                        switch (c) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(c));
                        }));
        return Pattern.compile(pattern.toString(), Pattern.DOTALL);
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
