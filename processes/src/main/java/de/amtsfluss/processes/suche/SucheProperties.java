package de.amtsfluss.processes.suche;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the search.
 *
 * @param elasticsearchUrl where Elasticsearch answers; without it PostgreSQL searches
 * @param textauszugDauer how long reading the text of a file may take
 */
@ConfigurationProperties("amtsfluss.processes.suche")
record SucheProperties(
        @Nullable URI elasticsearchUrl, @DefaultValue("30s") Duration textauszugDauer) {}
