package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Gathers and finishes by itself where this copy does the workers' part. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.WORKERS)
@EnableScheduling
class AussonderungConfiguration {

    @Bean
    Tageslauf aussonderungTageslauf(Ermittlung ermittlung, Loeschung loeschung) {
        return new Tageslauf(ermittlung, loeschung);
    }
}
