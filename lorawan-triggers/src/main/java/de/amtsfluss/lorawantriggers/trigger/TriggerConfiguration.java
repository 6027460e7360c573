package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionTables;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the triggers and connects them with the decision tables. */
@Configuration(proxyBeanMethods = false)
class TriggerConfiguration {

    @Bean
    Triggers lorawanTriggers() {
        return Triggers.installed();
    }

    @Bean
    Evaluation lorawanEvaluation(DecisionTables tables, ObjectProvider<MeterRegistry> meters) {
        return new Evaluation(new RecentDecisions(tables), meters.getIfAvailable(CompositeMeterRegistry::new));
    }
}
