package de.amtsfluss.processes.suche;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.SimpleJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import de.amtsfluss.processes.Aktensuche;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.engine.DispatchLoop;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the index, and fills it where this copy does the workers' part. */
@Configuration(proxyBeanMethods = false)
class SucheConfiguration {

    // A schema of its own, with a history of its own, so that it can be missing after a restore.
    @Bean(initMethod = "migrate")
    @DependsOn("processesFlyway")
    Flyway sucheFlyway(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas("suche")
                .defaultSchema("suche")
                .createSchemas(true)
                .locations("classpath:db/migration/suche")
                .load();
    }

    @Bean
    @ConditionalOnMissingBean
    Suchindex suchindex(JdbcClient jdbc, TransactionTemplate transaction) {
        return new PostgresqlIndex(jdbc, transaction);
    }

    @Bean
    Aktensuche aktensuche(Suchindex index, Suchauftraege auftraege) {
        return new AktensucheService(index, auftraege);
    }

    @Bean
    Textauszug textauszug(SucheProperties properties) {
        return new Textauszug(properties.textauszugDauer());
    }

    @Bean
    @ConditionalOnRole(Role.WORKERS)
    @DependsOn("sucheFlyway")
    DispatchLoop sucheDispatchLoop(
            Suchauftraege auftraege,
            Loeschauftraege loeschauftraege,
            Suchindex index,
            JdbcClient jdbc,
            Vorgaenge vorgaenge,
            Dokumente dokumente,
            Textauszug textauszug,
            PlatformTransactionManager manager) {
        var transactions = new TransactionTemplate(manager);
        var aufnahme = new Aufnahme(
                auftraege,
                loeschauftraege,
                new Befuellung(index, auftraege, jdbc, transactions),
                index,
                vorgaenge,
                dokumente,
                textauszug,
                transactions);
        return new DispatchLoop("suche", Duration.ofMillis(500), aufnahme::work);
    }

    /** The index on a server of its own. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty("amtsfluss.processes.suche.elasticsearch.uri")
    static class OnElasticsearch {

        private static final Duration CONNECT = Duration.ofSeconds(2);

        @Bean
        Suchindex elasticsearchIndex(
                SucheProperties properties,
                Sichtbarkeit sichtbarkeit,
                Suchauftraege auftraege,
                Loeschauftraege loeschauftraege) {
            var settings = Objects.requireNonNull(properties.elasticsearch());
            var server = new Indexserver(client(settings), settings.index());
            return new ElasticsearchIndex(server, sichtbarkeit, auftraege, loeschauftraege);
        }

        private static ElasticsearchClient client(SucheProperties.Elasticsearch settings) {
            var builder = RestClient.builder(HttpHost.create(settings.uri().toString()))
                    .setRequestConfigCallback(request -> request.setConnectTimeout((int) CONNECT.toMillis())
                            .setSocketTimeout((int) settings.geduld().toMillis()));
            var key = settings.apiKey();
            if (key != null && !key.isBlank()) {
                builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", "ApiKey " + key)});
            }
            return new ElasticsearchClient(new RestClientTransport(builder.build(), new SimpleJsonpMapper()));
        }
    }
}
