package de.amtsfluss.lorawantriggers;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all packages of the module need. */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class LorawanTriggersConfiguration {

    @Bean(initMethod = "migrate")
    Flyway lorawanTriggersFlyway(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .schemas("lorawan_triggers")
                .defaultSchema("lorawan_triggers")
                .createSchemas(true)
                .locations("classpath:db/migration/lorawan-triggers")
                .load();
    }
}
