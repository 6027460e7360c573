package de.amtsfluss.deploy.rehearsalengine.rest;

import de.amtsfluss.deploy.rehearsalengine.CurrentEngine;
import de.amtsfluss.deploy.rehearsalengine.view.Kind;
import de.amtsfluss.deploy.rehearsalengine.view.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Searches and single rows. */
final class SearchRoutes {

    private final CurrentEngine engine;

    SearchRoutes(CurrentEngine engine) {
        this.engine = engine;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/v2/process-definitions/{key}/xml", this::xml),
                Route.of("GET", "/v2/process-instances/{key}/sequence-flows", this::sequenceFlows),
                Route.of("POST", "/v2/{kind}/search", this::search),
                Route.of("GET", "/v2/{kind}/{key}", this::get));
    }

    private Reply search(Call call) {
        var kind = Kind.of(call.part("kind"));
        if (kind.isEmpty()) {
            return unknown(call.part("kind"));
        }
        var views = engine.life().views();
        var search = Search.of(call.body(), views);
        return Reply.json(views.read(kind.get(), search::run));
    }

    private Reply get(Call call) {
        var kind = Kind.of(call.part("kind"));
        if (kind.isEmpty()) {
            return unknown(call.part("kind"));
        }
        var key = call.part("key");
        Optional<Row> found = engine.life()
                .views()
                .read(
                        kind.get(),
                        rows -> rows.stream()
                                .filter(row -> key.equals(row.get(kind.get().key())))
                                .findFirst());
        return found.map(row -> Reply.json(row.shown())).orElseGet(() -> missing(call.part("kind"), key));
    }

    private Reply xml(Call call) {
        return engine.life()
                .views()
                .xml(call.key("key"))
                .map(Reply::xml)
                .orElseGet(() -> missing("process-definitions", call.part("key")));
    }

    private Reply sequenceFlows(Call call) {
        var key = call.part("key");
        return Reply.json(Map.of(
                "items",
                engine.life()
                        .views()
                        .read(
                                Kind.SEQUENCE_FLOW,
                                rows -> rows.stream()
                                        .filter(row -> key.equals(row.get("processInstanceKey")))
                                        .map(Row::shown)
                                        .toList())));
    }

    private static Reply missing(String kind, String key) {
        return Reply.problem(
                404, "NOT_FOUND", "Expected to find '%s' in %s, but there is no such key".formatted(key, kind));
    }

    private static Reply unknown(String kind) {
        return Reply.problem(
                501,
                "NOT_IMPLEMENTED",
                "Expected something the rehearsal engine keeps, but it keeps no '%s'".formatted(kind));
    }
}
