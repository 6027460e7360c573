package de.amtsfluss.workers;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all workers need. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class WorkersConfiguration {

    @Bean(initMethod = "migrate")
    Flyway workersFlyway(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas("workers")
                .defaultSchema("workers")
                .createSchemas(true)
                .locations("classpath:db/migration/workers")
                .load();
    }
}
