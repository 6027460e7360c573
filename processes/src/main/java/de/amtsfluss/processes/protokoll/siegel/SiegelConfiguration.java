package de.amtsfluss.processes.protokoll.siegel;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.SiegelAblage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals where this copy does the workers' part. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.WORKERS)
@EnableScheduling
class SiegelConfiguration {

    @Bean
    Siegelung siegelung(
            SiegelRepository repository,
            SiegelProperties properties,
            ObjectProvider<SiegelAblage> others,
            PlatformTransactionManager transactions,
            Clock clock) {
        List<SiegelAblage> ablagen = new ArrayList<>(others.orderedStream().toList());
        var datei = properties.siegelDatei();
        if (datei != null) {
            ablagen.add(new SiegelDatei(datei));
        }
        return new Siegelung(repository, ablagen, new TransactionTemplate(transactions), clock);
    }
}
