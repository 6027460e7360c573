package de.amtsfluss.deploy.rehearsalengine.rest;

import com.fasterxml.jackson.databind.JsonNode;
import de.amtsfluss.deploy.rehearsalengine.view.Row;
import de.amtsfluss.deploy.rehearsalengine.view.Views;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A search: filter, sort, page. */
final class Search {

    private static final int DEFAULT_LIMIT = 100;

    private final Filter filter;
    private final Sort sort;
    private final JsonNode page;

    private Search(Filter filter, Sort sort, JsonNode page) {
        this.filter = filter;
        this.sort = sort;
        this.page = page;
    }

    static Search of(JsonNode body, Views views) {
        return new Search(new Filter(body.path("filter"), views), Sort.of(body.path("sort")), body.path("page"));
    }

    /** What is found, as the API words it. */
    Map<String, Object> run(List<Row> rows) {
        var found =
                rows.stream().filter(filter::matches).sorted(sort.order(rows)).toList();
        var limit = number("limit", DEFAULT_LIMIT);
        var after = cursor("after");
        var before = cursor("before");
        var from = after != null ? after + 1 : before != null ? Math.max(0, before - limit) : number("from", 0);
        var to = before != null ? before : from + limit;
        var shown =
                from >= found.size() ? Collections.<Row>emptyList() : found.subList(from, Math.min(to, found.size()));
        return Map.of("items", shown.stream().map(Row::shown).toList(), "page", page(found.size(), from, shown.size()));
    }

    private static Map<String, @Nullable Object> page(int total, int from, int shown) {
        var page = new LinkedHashMap<String, @Nullable Object>();
        page.put("totalItems", total);
        page.put("hasMoreTotalItems", false);
        page.put("startCursor", shown == 0 ? null : Integer.toString(from));
        page.put("endCursor", shown == 0 ? null : Integer.toString(from + shown - 1));
        return page;
    }

    private int number(String field, int otherwise) {
        var value = page.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isInt() || value.intValue() < 0) {
            throw new BadRequestException("Expected page.%s to be 0 or more, but found %s".formatted(field, value));
        }
        return value.intValue();
    }

    private @Nullable Integer cursor(String field) {
        var value = page.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            return Integer.valueOf(value.asText());
        } catch (NumberFormatException e) {
            throw new BadRequestException("Expected page.%s to be a cursor, but found %s".formatted(field, value));
        }
    }
}
