package de.amtsfluss.deploy.flowablecomparison;

import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flowable.dmn.api.DmnDecisionService;
import org.flowable.engine.ProcessEngine;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;

/** Flowable at work, with tables of its own. */
final class RunningFlowable implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final Taken taken = new Taken();

    /** Starts it; it takes events from then on. */
    RunningFlowable(Servers servers, Channel channel) {
        new JdbcTemplate(new DriverManagerDataSource(servers.database(), servers.username(), servers.password()))
                .execute("create schema " + channel.name());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "channel",
                        Map.of(
                                "fuellstaende.topic", channel.topic(),
                                "fuellstaende.group", channel.name(),
                                "fuellstaende.concurrency", channel.concurrency())));
        context.registerBean(Servers.class, () -> servers);
        context.registerBean(Channel.class, () -> channel);
        context.registerBean(Taken.class, () -> taken);
        context.register(FlowableConfiguration.class);
        context.refresh();
    }

    Taken taken() {
        return taken;
    }

    long openOrders() {
        return context.getBean(ProcessEngine.class)
                .getTaskService()
                .createTaskQuery()
                .count();
    }

    Map<String, Object> decide(Map<String, Object> inputs) {
        return context.getBean(DmnDecisionService.class)
                .createExecuteDecisionBuilder()
                .decisionKey("containerLeerung")
                .variables(inputs)
                .executeDecisionWithSingleResult();
    }

    /** How many transactions PostgreSQL has ended for anybody; it learns of them with a delay of a second. */
    long transactions() {
        var count = new JdbcTemplate(context.getBean(DataSource.class))
                .queryForObject(
                        "select xact_commit + xact_rollback from pg_stat_database where datname = current_database()",
                        Long.class);
        return Objects.requireNonNull(count);
    }

    /** Ends the taking; what was begun is finished. */
    void stopTaking() {
        context.getBean(KafkaListenerEndpointRegistry.class).stop();
    }

    @Override
    public void close() {
        context.close();
    }
}
