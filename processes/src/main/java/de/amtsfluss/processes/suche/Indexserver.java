package de.amtsfluss.processes.suche;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import co.elastic.clients.json.JsonData;
import de.amtsfluss.processes.SucheUnavailableException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The index on an Elasticsearch server: {@code ‹name›-‹version of the mapping›} behind the alias {@code ‹name›}, by
 * which it is read and written, so that a write never makes an index of Elasticsearch's own.
 */
class Indexserver implements AutoCloseable {

    private static final int VERSION = 1;
    private static final int BATCH = 1_000;
    private static final int BAD_REQUEST = 400;

    private final ElasticsearchClient client;
    private final String name;

    Indexserver(ElasticsearchClient client, String name) {
        this.client = client;
        this.name = name;
    }

    String name() {
        return name;
    }

    private String versioned() {
        return name + "-" + VERSION;
    }

    /** By which Elasticsearch tells this index from one of the same name before it; null if there is none. */
    @Nullable
    String uuid() {
        return ask(() -> {
            var found = client.indices()
                    .getSettings(which ->
                            which.index(versioned()).ignoreUnavailable(true).allowNoIndices(true))
                    .get(versioned());
            return found == null ? null : uuid(found.settings());
        });
    }

    private static @Nullable String uuid(@Nullable IndexSettings settings) {
        if (settings == null) {
            return null;
        }
        var index = settings.index();
        return index == null ? settings.uuid() : index.uuid();
    }

    /** Makes it anew, and removes what other versions of this program have made under the name. */
    void renew() {
        var ours = Pattern.compile(Pattern.quote(name) + "-\\d+").asMatchPredicate();
        ask(() -> {
            var old = client.indices().get(which -> which.index(name + "-*")).result().keySet().stream()
                    .filter(ours)
                    .toList();
            if (!old.isEmpty()) {
                client.indices().delete(which -> which.index(old));
            }
            var settings = definition().replace("${deutsch}", knowsGerman() ? "german" : "standard");
            return client.indices()
                    .create(index -> index.withJson(new StringReader(settings))
                            .index(versioned())
                            .aliases(name, alias -> alias.isWriteIndex(true)));
        });
    }

    /** Servers without the module {@code analysis-common} have no languages. */
    boolean knowsGerman() {
        return ask(() -> {
            try {
                client.indices().analyze(text -> text.analyzer("german").text("Hunde"));
                return true;
            } catch (ElasticsearchException refused) {
                if (refused.status() == BAD_REQUEST) {
                    return false;
                }
                throw refused;
            }
        });
    }

    private static String definition() throws IOException {
        try (var file = Objects.requireNonNull(
                Indexserver.class.getResourceAsStream("/suche/akten-%d.json".formatted(VERSION)))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Does all of it; what is to be changed or taken out but is not there counts as done. */
    void change(List<BulkOperation> operations) {
        if (operations.isEmpty()) {
            return;
        }
        var answer = ask(() -> client.bulk(bulk -> bulk.index(name).operations(operations)));
        answer.items().forEach(Indexserver::check);
    }

    private static void check(BulkResponseItem item) {
        var error = item.error();
        if (error == null || "document_missing_exception".equals(error.type())) {
            return;
        }
        if (isAway(item.status())) {
            throw new SucheUnavailableException(sentence(item.status(), error), new IOException(error.type()));
        }
        throw new IllegalStateException(sentence(item.status(), error));
    }

    /** Takes out all that belongs to a Vorgang, also what was written a moment ago. */
    void removeAll(String vorgang) {
        var request = SearchRequest.of(search -> search.index(name)
                .query(query -> query.term(term -> term.field("vorgang").value(vorgang)))
                .source(source -> source.fetch(false))
                .size(BATCH));
        var found = refreshed(request);
        while (!found.isEmpty()) {
            change(found.stream()
                    .map(hit -> BulkOperation.of(operation -> operation.delete(delete -> delete.id(hit.id()))))
                    .toList());
            found = refreshed(request);
        }
    }

    private List<Hit<JsonData>> refreshed(SearchRequest request) {
        var unused = ask(() -> client.indices().refresh(which -> which.index(name)));
        return find(request);
    }

    List<Hit<JsonData>> find(SearchRequest request) {
        return ask(() -> client.search(request, JsonData.class)).hits().hits();
    }

    private static <T extends @Nullable Object> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (ElasticsearchException e) {
            var sentence = sentence(e.status(), e.error());
            throw isAway(e.status())
                    ? new SucheUnavailableException(sentence, e)
                    : new IllegalStateException(sentence, e);
        } catch (IOException e) {
            throw new SucheUnavailableException("Expected Elasticsearch to answer, but: " + e, e);
        }
    }

    /** Only what the server cannot understand is our fault; a missing index will be made anew, a refusal may pass. */
    private static boolean isAway(int status) {
        return status != BAD_REQUEST;
    }

    /** Without the reason, which may repeat what was looked for. */
    private static String sentence(int status, ErrorCause error) {
        return "Expected Elasticsearch to do what was asked, but it answered %d (%s)".formatted(status, error.type());
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    @FunctionalInterface
    private interface Question<T extends @Nullable Object> {
        T ask() throws IOException;
    }
}
