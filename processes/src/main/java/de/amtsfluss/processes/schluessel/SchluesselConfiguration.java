package de.amtsfluss.processes.schluessel;

import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Opens the store of the keys. */
@Configuration(proxyBeanMethods = false)
class SchluesselConfiguration {

    // The tables of the store are made here and not by a Flyway bean: those of the data are encrypted on their way
    // through a migration, so the keys have to be there first.
    @Bean
    Schluesselspeicher schluesselspeicher(SchluesselProperties properties, DataSource application, Clock clock) {
        var masterKeys = new MasterKeys(properties.masterKeys());
        var store = store(properties, application);
        Flyway.configure()
                .dataSource(store)
                .schemas("schluessel")
                .defaultSchema("schluessel")
                .createSchemas(true)
                .locations("classpath:db/migration/schluessel")
                .load()
                .migrate();
        return new Schluesselspeicher(JdbcClient.create(store), masterKeys, clock);
    }

    @Bean
    Verschluesselung verschluesselung(Schluesselspeicher keys) {
        return new VerschluesselungService(keys);
    }

    private static DataSource store(SchluesselProperties properties, DataSource application) {
        var url = properties.url();
        return url == null
                ? application
                : DataSourceBuilder.create()
                        .url(url)
                        .username(properties.username())
                        .password(properties.password())
                        .build();
    }
}
