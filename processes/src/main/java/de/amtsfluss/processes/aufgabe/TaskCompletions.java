package de.amtsfluss.processes.aufgabe;

import de.amtsfluss.processes.AufgabeKey;
import de.amtsfluss.processes.engine.BackOff;
import de.amtsfluss.processes.engine.EngineAnswer;
import de.amtsfluss.processes.engine.EngineFailure;
import io.camunda.client.CamundaClient;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The outbox of completed tasks: kept with the data of the Vorgang, handed to the engine until it has taken them. */
@Component
class TaskCompletions {

    private static final Logger log = LoggerFactory.getLogger(TaskCompletions.class);
    private static final BackOff RETRY = new BackOff(Duration.ofMillis(200), Duration.ofSeconds(5));
    private static final TypeReference<Map<String, @Nullable Object>> VARIABLES = new TypeReference<>() {};

    private final CamundaClient engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final JsonMapper json;
    private final Clock clock;

    TaskCompletions(
            CamundaClient engine, JdbcClient jdbc, TransactionTemplate transactions, JsonMapper json, Clock clock) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** Keeps a completion in the caller's transaction; false if the task has one already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean add(AufgabeKey key, Map<String, @Nullable Object> variables, String completedBy) {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                insert into processes.task_completion
                    (user_task_key, variables, completed_by, state, created_at, next_attempt_at)
                values (:key, :variables::jsonb, :by, 'PENDING', :now, :now)
                on conflict (user_task_key) do update
                set variables = excluded.variables, completed_by = excluded.completed_by, state = 'PENDING',
                    attempts = 0, created_at = excluded.created_at, next_attempt_at = excluded.next_attempt_at
                where task_completion.state = 'REFUSED'""")
                        .param("key", key.value())
                        .param("variables", json.writeValueAsString(variables))
                        .param("by", completedBy)
                        .param("now", now)
                        .update()
                > 0;
    }

    /** Tries one completion now. */
    State attempt(AufgabeKey key) {
        return Optional.ofNullable(transactions.execute(status -> lock("user_task_key = :key", key.value()).stream()
                        .findFirst()
                        .map(this::send)
                        .orElseGet(() -> state(key))))
                .orElseThrow();
    }

    /** Hands over what is due and tells whether there may be more. */
    boolean dispatch() {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var due = lock("next_attempt_at <= :key", Timestamp.from(clock.instant()));
            due.forEach(this::send);
            return !due.isEmpty();
        }));
    }

    private List<Pending> lock(String condition, Object value) {
        return jdbc.sql("""
                select user_task_key, variables, attempts from processes.task_completion
                where state = 'PENDING' and %s order by created_at limit 1 for update skip locked""".formatted(condition))
                .param("key", value)
                .query((row, number) -> new Pending(
                        new AufgabeKey(row.getLong("user_task_key")),
                        json.readValue(row.getString("variables"), VARIABLES),
                        row.getInt("attempts")))
                .list();
    }

    private State send(Pending pending) {
        var sent = engine.newCompleteUserTaskCommand(pending.key().value())
                .variables(pending.variables())
                .send();
        return switch (EngineAnswer.await(sent)) {
            case EngineAnswer.Taken<?> taken -> update(pending, State.DONE, Duration.ZERO, null);
            case EngineAnswer.Failed<?> failed -> recordFailure(pending, failed.failure());
        };
    }

    private State recordFailure(Pending pending, EngineFailure failure) {
        return switch (failure) {
            case EngineFailure.Temporary temporary -> retryLater(pending, temporary.reason());
            // An attempt without an answer may have been the one that completed the task.
            case EngineFailure.Missing missing ->
                pending.attempts() > 0
                        ? update(pending, State.DONE, Duration.ZERO, missing.reason())
                        : refuse(pending, missing.reason());
            case EngineFailure.Refused refused -> refuse(pending, refused.reason());
            case EngineFailure.Repeated repeated -> refuse(pending, repeated.reason());
        };
    }

    private State retryLater(Pending pending, String reason) {
        log.warn("Expected to complete task '{}', but {}; it is tried again", pending.key(), reason);
        return update(pending, State.PENDING, RETRY.after(pending.attempts()), reason);
    }

    private State refuse(Pending pending, String reason) {
        log.warn("Expected to complete task '{}', but the engine refused: {}", pending.key(), reason);
        return update(pending, State.REFUSED, Duration.ZERO, reason);
    }

    private State update(Pending pending, State state, Duration pause, @Nullable String error) {
        jdbc.sql("""
                update processes.task_completion
                set state = :state, attempts = attempts + 1, next_attempt_at = :next, last_error = :error
                where user_task_key = :key""")
                .param("state", state.name())
                .param("next", Timestamp.from(clock.instant().plus(pause)))
                .param("error", error)
                .param("key", pending.key().value())
                .update();
        return state;
    }

    private State state(AufgabeKey key) {
        return jdbc.sql("select state from processes.task_completion where user_task_key = :key")
                .param("key", key.value())
                .query((row, number) -> State.valueOf(row.getString("state")))
                .optional()
                .orElse(State.REFUSED);
    }

    /** Where a completion stands. */
    enum State {
        /** The engine has not answered yet. */
        PENDING,
        /** The engine has taken it. */
        DONE,
        /** The engine will not take it, because the task is closed. */
        REFUSED
    }

    private record Pending(AufgabeKey key, Map<String, @Nullable Object> variables, int attempts) {}
}
