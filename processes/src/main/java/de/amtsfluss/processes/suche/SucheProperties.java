package de.amtsfluss.processes.suche;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the search.
 *
 * @param textauszugDauer how long reading the text of a file may take
 * @param elasticsearch the server by which is searched; without it PostgreSQL does
 */
@ConfigurationProperties("amtsfluss.processes.suche")
record SucheProperties(
        @DefaultValue("30s") Duration textauszugDauer,
        @Nullable Elasticsearch elasticsearch) {

    /**
     * An Elasticsearch server of version 8.19.
     *
     * @param uri its address, for example {@code https://suche.example.org:9200}; the same for all copies of Amtsfluss
     * @param apiKey the key (Base64, as Elasticsearch gives it) of somebody who may do everything with the indices
     *     {@code ‹index›-*}; none where the server asks for none
     * @param index the name of the index; only one installation may use it
     * @param geduld how long one answer may take
     */
    record Elasticsearch(
            URI uri,
            @Nullable String apiKey,
            @DefaultValue("amtsfluss-akten") String index,
            @DefaultValue("10s") Duration geduld) {}
}
