package de.amtsfluss.processes.message;

import de.amtsfluss.processes.engine.BackOff;
import de.amtsfluss.processes.engine.EngineAnswer;
import de.amtsfluss.processes.engine.EngineFailure;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.PublishMessageResponse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends what lies in the outbox, and sends starts again until they have led to a Vorgang. */
final class MessageDispatcher {

    private static final Logger log = LoggerFactory.getLogger(MessageDispatcher.class);
    private static final int BATCH = 50;

    /** How long a started process has time to open its Vorgang before the start is repeated. */
    private static final BackOff REPEAT = new BackOff(Duration.ofSeconds(5), Duration.ofSeconds(60));

    private static final BackOff RETRY = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(5));

    private final CamundaClient engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MessageDispatcher(CamundaClient engine, JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Sends the messages that are due and tells whether there may be more. */
    boolean dispatch() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var due = due();
            var sent = due.stream().map(this::send).toList();
            sent.forEach(this::record);
            return due.size() == BATCH;
        }));
    }

    private List<Due> due() {
        return jdbc.sql("""
                select id, kind, name, correlation_key, time_to_live_ms, facts, attempts
                from processes.message_outbox
                where state in ('PENDING', 'PUBLISHED') and next_attempt_at <= :now
                order by seq limit :batch for update skip locked""")
                .param("now", Timestamp.from(clock.instant()))
                .param("batch", BATCH)
                .query(MessageDispatcher::read)
                .list();
    }

    private static Due read(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                MessageKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("correlation_key"),
                Duration.ofMillis(row.getLong("time_to_live_ms")),
                row.getString("facts"),
                row.getInt("attempts"));
    }

    private Sent send(Due due) {
        var command = engine.newPublishMessageCommand()
                .messageName(due.name())
                .correlationKey(due.correlationKey())
                .timeToLive(due.timeToLive())
                .variables(due.facts());
        // A start lives for no time in the engine, which then checks no id: the Vorgang's Ausloeser recognises a
        // repeat.
        var identified =
                due.kind() == MessageKind.MESSAGE ? command.messageId(due.id().toString()) : command;
        return new Sent(due, identified.send());
    }

    private void record(Sent sent) {
        switch (EngineAnswer.await(sent.answer())) {
            case EngineAnswer.Taken<?> taken -> recordSuccess(sent.due());
            case EngineAnswer.Failed<?> failed -> recordFailure(sent.due(), failed.failure());
        }
    }

    private void recordSuccess(Due due) {
        switch (due.kind()) {
            case START -> update(due, "PUBLISHED", REPEAT.after(due.attempts()), null);
            case MESSAGE -> update(due, "DONE", Duration.ZERO, null);
        }
    }

    private void recordFailure(Due due, EngineFailure failure) {
        switch (failure) {
            case EngineFailure.Repeated repeated -> update(due, "DONE", Duration.ZERO, repeated.reason());
            case EngineFailure.Refused refused -> {
                log.error("Expected to publish message '{}' ({}), but {}", due.name(), due.id(), refused.reason());
                update(due, "REFUSED", Duration.ZERO, refused.reason());
            }
            case EngineFailure.Temporary temporary -> retryLater(due, temporary.reason());
            case EngineFailure.Missing missing -> retryLater(due, missing.reason());
        }
    }

    private void retryLater(Due due, String reason) {
        log.warn("Expected to publish message '{}' ({}), but {}; it is tried again", due.name(), due.id(), reason);
        update(due, "PENDING", RETRY.after(due.attempts()), reason);
    }

    private void update(Due due, String state, Duration pause, @Nullable String error) {
        jdbc.sql("""
                update processes.message_outbox
                set state = :state, attempts = attempts + 1, next_attempt_at = :next, last_error = :error
                where id = :id""")
                .param("state", state)
                .param("next", Timestamp.from(clock.instant().plus(pause)))
                .param("error", error)
                .param("id", due.id())
                .update();
    }

    private record Due(
            UUID id,
            MessageKind kind,
            String name,
            String correlationKey,
            Duration timeToLive,
            String facts,
            int attempts) {}

    private record Sent(Due due, CompletionStage<PublishMessageResponse> answer) {}
}
