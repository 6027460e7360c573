package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.Aktensuche;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.engine.DispatchLoop;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
    Suchindex suchindex(JdbcClient jdbc) {
        return new PostgresqlIndex(jdbc);
    }

    @Bean
    Aktensuche aktensuche(Suchindex index) {
        return new AktensucheService(index);
    }

    @Bean
    Textauszug textauszug(SucheProperties properties) {
        return new Textauszug(properties.textauszugDauer());
    }

    @Bean
    @ConditionalOnRole(Role.WORKERS)
    DispatchLoop sucheDispatchLoop(
            Suchauftraege auftraege,
            Suchindex index,
            Vorgaenge vorgaenge,
            Dokumente dokumente,
            Textauszug textauszug,
            PlatformTransactionManager transactions) {
        var aufnahme =
                new Aufnahme(auftraege, index, vorgaenge, dokumente, textauszug, new TransactionTemplate(transactions));
        return new DispatchLoop("suche", Duration.ofMillis(500), aufnahme::work);
    }
}
