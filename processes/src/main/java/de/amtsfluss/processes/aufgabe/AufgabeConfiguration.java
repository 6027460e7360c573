package de.amtsfluss.processes.aufgabe;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.engine.DispatchLoop;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands over left completions where this copy does the workers' part. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.WORKERS)
class AufgabeConfiguration {

    @Bean
    DispatchLoop completionDispatchLoop(TaskCompletions completions) {
        return new DispatchLoop("task-completions", Duration.ofSeconds(1), completions::dispatch);
    }
}
