package de.amtsfluss.deploy.rehearsalengine.rest;

import com.fasterxml.jackson.databind.JsonNode;
import de.amtsfluss.deploy.rehearsalengine.view.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order of a search's rows; without one they come as they came about.
 *
 * @param keys the fields, the most important first
 */
record Sort(List<Key> keys) {

    private record Key(String field, boolean descending) {}

    static Sort of(JsonNode sort) {
        var keys = new ArrayList<Key>();
        sort.forEach(key -> keys.add(
                new Key(key.path("field").asText(), key.path("order").asText().equalsIgnoreCase("DESC"))));
        return new Sort(keys);
    }

    Comparator<Row> order(List<Row> rows) {
        rows.stream().limit(1).forEach(this::check);
        return (left, right) -> {
            for (var key : keys) {
                var compared = compare(left.get(key.field()), right.get(key.field()), key.descending());
                if (compared != 0) {
                    return compared;
                }
            }
            return 0;
        };
    }

    private void check(Row row) {
        keys.stream().filter(key -> !row.has(key.field())).findFirst().ifPresent(unknown -> {
            throw new BadRequestException("Expected a field to sort by, but found '%s'".formatted(unknown.field()));
        });
    }

    /** What has no value comes last, in either direction. */
    private static int compare(@Nullable Object left, @Nullable Object right, boolean descending) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        var compared = Values.compare(left, right);
        return descending ? -compared : compared;
    }
}
