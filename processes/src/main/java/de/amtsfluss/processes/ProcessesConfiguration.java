package de.amtsfluss.processes;

import de.amtsfluss.processes.schluessel.Verschluesselung;
import java.time.Clock;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all packages of the module need. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class ProcessesConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(initMethod = "migrate")
    Flyway processesFlyway(DataSource dataSource, Verschluesselung verschluesselung) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas("processes")
                .defaultSchema("processes")
                .createSchemas(true)
                .locations("classpath:db/migration/processes")
                .javaMigrations(new EncryptionMigration(verschluesselung), new KennzeichenMigration(verschluesselung))
                .load();
    }
}
