package de.amtsfluss.processes.message;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.engine.DispatchLoop;
import io.camunda.client.CamundaClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends the outbox where this copy does the workers' part. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.WORKERS)
class MessageConfiguration {

    @Bean
    DispatchLoop messageDispatchLoop(
            CamundaClient engine, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        var dispatcher = new MessageDispatcher(engine, jdbc, new TransactionTemplate(transactions), clock);
        return new DispatchLoop("message-outbox", Duration.ofMillis(200), dispatcher::dispatch);
    }
}
