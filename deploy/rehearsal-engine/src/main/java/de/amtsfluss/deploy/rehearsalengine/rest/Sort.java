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
        Comparator<Row> order = (left, right) -> 0;
        for (var key : keys) {
            if (!rows.isEmpty() && !rows.getFirst().has(key.field())) {
                throw new BadRequestException("Expected a field to sort by, but found '%s'".formatted(key.field()));
            }
            Comparator<Row> byField =
                    (left, right) -> compare(left.get(key.field()), right.get(key.field()), key.descending());
            order = order.thenComparing(byField);
        }
        return order;
    }

    /** What has no value comes last, in either direction. */
    private static int compare(@Nullable Object left, @Nullable Object right, boolean descending) {
        if (left == null || right == null) {
            return left == right ? 0 : left == null ? 1 : -1;
        }
        var compared = Values.compare(left, right);
        return descending ? -compared : compared;
    }
}
