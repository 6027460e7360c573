package de.amtsfluss.processes.suche;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import de.amtsfluss.processes.Aktensuche;
import de.amtsfluss.processes.Aktensuche.Anfrage;
import de.amtsfluss.processes.Aktensuche.Treffer;
import de.amtsfluss.processes.Aktensuche.Trefferliste;
import de.amtsfluss.processes.Aktensuche.Typ;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.suche.Sichtbarkeit.Merkblatt;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The search by Elasticsearch.
 *
 * <p>Groups, confidentiality and state stand at every entry and filter the question; since a change of them reaches the
 * index a moment later, each candidate is asked for once more in the database before anything is counted or shown.
 */
class ElasticsearchIndex implements Suchindex, AutoCloseable {

    private static final int EXTRACT = 160;
    private static final List<SortOptions> ORDER = List.of(
            SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc))),
            SortOptions.of(sort -> sort.field(field -> field.field("tag").order(SortOrder.Desc))),
            SortOptions.of(sort -> sort.field(field -> field.field("id").order(SortOrder.Asc))));

    private final Indexserver server;
    private final Sichtbarkeit sichtbarkeit;
    private final Suchauftraege auftraege;
    private final Loeschauftraege loeschauftraege;

    ElasticsearchIndex(
            Indexserver server, Sichtbarkeit sichtbarkeit, Suchauftraege auftraege, Loeschauftraege loeschauftraege) {
        this.server = server;
        this.sichtbarkeit = sichtbarkeit;
        this.auftraege = auftraege;
        this.loeschauftraege = loeschauftraege;
    }

    @Override
    public @Nullable String kennung() {
        var uuid = server.uuid();
        return uuid == null ? null : "elasticsearch/%s/%s".formatted(server.name(), uuid);
    }

    @Override
    public String renew() {
        server.renew();
        return Objects.requireNonNull(kennung());
    }

    /** With a Vorgang, what decides who may see it is written to its documents too. */
    @Override
    public void write(Eintrag eintrag) {
        var vorgang = eintrag.vorgang();
        var operations = new ArrayList<BulkOperation>();
        var documents = eintrag.typ() == Typ.VORGANG ? auftraege.lockDokumente(vorgang.id()) : List.<UUID>of();
        var merkblatt = sichtbarkeit.of(vorgang.id()).orElse(new Merkblatt("", List.of(), ""));
        var entry = add(content(eintrag), merkblatt).build();
        operations.add(BulkOperation.of(operation -> operation.index(
                index -> index.id(eintrag.id().toString()).requireAlias(true).document(entry))));
        var change = add(Json.createObjectBuilder(), merkblatt).build();
        for (var document : documents) {
            operations.add(BulkOperation.of(operation -> operation.update(
                    update -> update.id(document.toString()).requireAlias(true).action(action -> action.doc(change)))));
        }
        server.change(operations);
    }

    private static JsonObjectBuilder content(Eintrag eintrag) {
        var vorgang = eintrag.vorgang();
        var names = Faltung.words(vorgang.betreff() + " " + eintrag.titel());
        return Json.createObjectBuilder()
                .add("id", eintrag.id().toString())
                .add("vorgang", vorgang.id().toString())
                .add("typ", eintrag.typ().name())
                .add("tag", eintrag.tag().toString())
                .add("merkmale", Json.createArrayBuilder(eintrag.merkmale()))
                .add("zeichen", vorgang.aktenzeichen().toLowerCase(Locale.ROOT))
                .add("aktenzeichen", vorgang.aktenzeichen())
                .add("betreff", vorgang.betreff())
                .add("titel", eintrag.titel())
                .add("namen", names)
                .add(
                        "einfach",
                        Json.createArrayBuilder().add(Faltung.plain(names)).add(Faltung.umlauts(names)))
                .add("inhalt", eintrag.inhalt());
    }

    private static JsonObjectBuilder add(JsonObjectBuilder object, Merkblatt merkblatt) {
        return object.add("gruppen", Json.createArrayBuilder(merkblatt.gruppen()))
                .add("vertraulichkeit", merkblatt.vertraulichkeit())
                .add("status", merkblatt.status());
    }

    @Override
    public void remove(UUID id) {
        server.change(List.of(BulkOperation.of(operation -> operation.delete(delete -> delete.id(id.toString())))));
    }

    @Override
    public void remove(VorgangId vorgang) {
        server.removeAll(vorgang.toString());
    }

    @Override
    public void forget(VorgangId vorgang) {
        loeschauftraege.add(vorgang);
    }

    @Override
    public Trefferliste search(Anfrage anfrage, Akteur akteur) {
        var candidates = server.find(SearchRequest.of(request -> request.index(server.name())
                .query(Suchfrage.of(anfrage, akteur))
                .sort(ORDER)
                .size(Aktensuche.MOST_COUNTED + 1)
                .source(source -> source.fetch(false))
                .docvalueFields(field -> field.field("vorgang"))
                .trackTotalHits(total -> total.enabled(false))));
        var visible = sichtbarkeit.visible(
                candidates.stream().map(ElasticsearchIndex::vorgang).collect(Collectors.toSet()), anfrage, akteur);
        var counted = candidates.stream()
                .filter(hit -> visible.contains(vorgang(hit)))
                .map(hit -> Objects.requireNonNull(hit.id()))
                .toList();
        var page = counted.stream()
                .skip((Math.max(1, anfrage.seite()) - 1L) * Aktensuche.PAGE_SIZE)
                .limit(Aktensuche.PAGE_SIZE)
                .toList();
        return new Trefferliste(
                hits(page, anfrage),
                Math.min(counted.size(), Aktensuche.MOST_COUNTED),
                counted.size() > Aktensuche.MOST_COUNTED);
    }

    private static UUID vorgang(Hit<JsonData> candidate) {
        var value = Objects.requireNonNull(candidate.fields().get("vorgang"));
        return UUID.fromString(value.toJson().asJsonArray().getString(0));
    }

    /** What is shown of a page; an entry that was taken out meanwhile is left out. */
    private List<Treffer> hits(Collection<String> page, Anfrage anfrage) {
        if (page.isEmpty()) {
            return List.of();
        }
        var found = server
                .find(SearchRequest.of(request -> request.index(server.name())
                        .query(query -> query.ids(ids -> ids.values(List.copyOf(page))))
                        .size(Aktensuche.PAGE_SIZE)
                        .source(source -> source.filter(
                                filter -> filter.includes("vorgang", "typ", "aktenzeichen", "betreff", "titel")))
                        .highlight(extract(Suchfrage.marked(anfrage)))))
                .stream()
                .collect(Collectors.toMap(hit -> Objects.requireNonNull(hit.id()), hit -> hit));
        return page.stream()
                .filter(found::containsKey)
                .map(found::get)
                .map(ElasticsearchIndex::read)
                .toList();
    }

    private static Highlight extract(Query marked) {
        return Highlight.of(highlight -> highlight
                .type(HighlighterType.Unified)
                .preTags(Hervorhebung.BEGIN)
                .postTags(Hervorhebung.END)
                .highlightQuery(marked)
                .numberOfFragments(2)
                .fragmentSize(EXTRACT)
                .noMatchSize(EXTRACT)
                .fields("inhalt", field -> field));
    }

    private static Treffer read(Hit<JsonData> hit) {
        JsonObject source = Objects.requireNonNull(hit.source()).toJson().asJsonObject();
        var typ = Typ.valueOf(source.getString("typ"));
        return new Treffer(
                new VorgangId(UUID.fromString(source.getString("vorgang"))),
                typ == Typ.VORGANG ? null : new DokumentId(UUID.fromString(Objects.requireNonNull(hit.id()))),
                typ,
                source.getString("aktenzeichen"),
                source.getString("betreff"),
                source.getString("titel"),
                Hervorhebung.read(String.join(" … ", hit.highlight().getOrDefault("inhalt", List.of()))));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
