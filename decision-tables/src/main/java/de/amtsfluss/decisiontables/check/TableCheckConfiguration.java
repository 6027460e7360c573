package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.TableCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the check to the deployment of tables and to whoever shows tables. */
@Configuration(proxyBeanMethods = false)
class TableCheckConfiguration {

    @Bean
    TableCheck tableCheck() {
        return new StaticTableCheck();
    }
}
