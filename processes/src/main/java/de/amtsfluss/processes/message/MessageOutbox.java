package de.amtsfluss.processes.message;

import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.ProcessMessages;
import de.amtsfluss.processes.engine.DispatchLoop;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Keeps messages to the engine in the caller's transaction until they are sent. */
@Component
public class MessageOutbox implements ProcessMessages {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final ObjectProvider<DispatchLoop> loops;

    MessageOutbox(JdbcClient jdbc, JsonMapper json, Clock clock, ObjectProvider<DispatchLoop> loops) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.loops = loops;
    }

    @Override
    @Transactional
    public boolean start(StartMessage message) {
        var facts = new HashMap<>(message.facts());
        facts.put("ausloeserId", message.ausloeser().toString());
        return insert(
                message.ausloeser().value(),
                MessageKind.START,
                message.name(),
                message.correlationKey(),
                message.ausloeser().value(),
                0,
                facts);
    }

    @Override
    @Transactional
    public void publish(ProcessMessage message) {
        insert(
                message.id(),
                MessageKind.MESSAGE,
                message.name(),
                message.correlationKey(),
                null,
                message.timeToLive().toMillis(),
                message.facts());
    }

    @Override
    @Transactional
    public boolean withdraw(AusloeserId ausloeser) {
        return withdrawn(ausloeser).map(attempts -> attempts > 0).orElseGet(() -> isKnown(ausloeser));
    }

    /** Notes that a request has led to its Vorgang, in the transaction that opens the Vorgang. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void confirm(AusloeserId ausloeser) {
        jdbc.sql("""
                update processes.message_outbox set state = 'DONE'
                where ausloeser_id = :ausloeser and state in ('PENDING', 'PUBLISHED')""").param("ausloeser", ausloeser.value()).update();
    }

    private Optional<Integer> withdrawn(AusloeserId ausloeser) {
        return jdbc.sql("""
                update processes.message_outbox set state = 'WITHDRAWN'
                where ausloeser_id = :ausloeser and state in ('PENDING', 'PUBLISHED')
                returning attempts""")
                .param("ausloeser", ausloeser.value())
                .query(Integer.class)
                .optional();
    }

    private boolean isKnown(AusloeserId ausloeser) {
        return jdbc.sql("""
                select count(*) from processes.message_outbox where ausloeser_id = :ausloeser and attempts > 0""")
                        .param("ausloeser", ausloeser.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private boolean insert(
            UUID id,
            MessageKind kind,
            String name,
            String correlationKey,
            @Nullable UUID ausloeser,
            long timeToLiveMillis,
            Map<String, Object> facts) {
        var now = Timestamp.from(clock.instant());
        var inserted = jdbc.sql("""
                insert into processes.message_outbox
                    (id, kind, name, correlation_key, ausloeser_id, time_to_live_ms, facts, state, created_at, next_attempt_at)
                values (:id, :kind, :name, :key, :ausloeser, :ttl, :facts::jsonb, 'PENDING', :now, :now)
                on conflict do nothing""")
                .param("id", id)
                .param("kind", kind.name())
                .param("name", name)
                .param("key", correlationKey)
                .param("ausloeser", ausloeser)
                .param("ttl", timeToLiveMillis)
                .param("facts", json.writeValueAsString(facts))
                .param("now", now)
                .update();
        loops.orderedStream().forEach(DispatchLoop::wakeAfterCommit);
        return inserted > 0;
    }
}
