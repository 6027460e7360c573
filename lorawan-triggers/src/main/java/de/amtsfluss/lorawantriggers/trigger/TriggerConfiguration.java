package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionTables;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;

/** Reads the triggers and connects them with the decision tables. */
@Configuration(proxyBeanMethods = false)
class TriggerConfiguration {

    @Bean
    Trigger containerLeerenTrigger() throws IOException {
        var file = "triggers/container-leeren.yaml";
        return Trigger.read(file, new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8));
    }

    @Bean
    LeerungDecision leerungDecision(
            DecisionTables tables, Trigger containerLeerenTrigger, ObjectProvider<MeterRegistry> meters) {
        return new LeerungTable(
                tables, containerLeerenTrigger.decision(), meters.getIfAvailable(CompositeMeterRegistry::new));
    }
}
