package de.amtsfluss.processes.projection;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The elements that records tell of, written together: most end within the batch in which they begin. */
final class ElementBatch {

    private final Map<Long, Begun> begun = new LinkedHashMap<>();
    private final Map<Long, Ended> ended = new LinkedHashMap<>();

    /** How an element stands after a record. */
    private record Ended(long key, String state, Instant at, long position) {}

    private record Begun(EngineRecord activated, @Nullable Ended end) {

        long key() {
            return activated.key();
        }

        String state() {
            return end == null ? "ACTIVE" : end.state();
        }

        @Nullable
        Timestamp endedAt() {
            return end == null ? null : Timestamp.from(end.at());
        }

        long position() {
            return end == null ? activated.position() : end.position();
        }
    }

    void begin(EngineRecord activated) {
        begun.put(activated.key(), new Begun(activated, null));
    }

    void end(EngineRecord next, String state) {
        var end = new Ended(next.key(), state, next.timestamp(), next.position());
        var known = begun.get(next.key());
        if (known == null) {
            ended.put(next.key(), end);
        } else {
            begun.put(next.key(), new Begun(known.activated(), end));
        }
    }

    void write(JdbcClient jdbc) {
        if (!begun.isEmpty()) {
            insert(jdbc, begun.values());
        }
        if (!ended.isEmpty()) {
            update(jdbc, ended.values());
        }
    }

    private static void insert(JdbcClient jdbc, Collection<Begun> rows) {
        jdbc.sql("""
                insert into processes.element_instance
                    (key, process_instance_key, element_id, element_type, state, started_at, ended_at, position)
                select * from unnest(:keys::bigint[], :instances::bigint[], :elements::text[], :types::text[],
                    :states::text[], :starts::timestamptz[], :ends::timestamptz[], :positions::bigint[])
                on conflict (key) do update
                set state = excluded.state, ended_at = excluded.ended_at, position = excluded.position
                where element_instance.position < excluded.position""")
                .param("keys", of(rows, Begun::key, Long[]::new))
                .param("instances", of(rows, row -> row.activated().number("processInstanceKey"), Long[]::new))
                .param("elements", of(rows, row -> row.activated().text("elementId"), String[]::new))
                .param("types", of(rows, row -> row.activated().text("bpmnElementType"), String[]::new))
                .param("states", of(rows, Begun::state, String[]::new))
                .param("starts", of(rows, row -> Timestamp.from(row.activated().timestamp()), Timestamp[]::new))
                .param("ends", of(rows, Begun::endedAt, Timestamp[]::new))
                .param("positions", of(rows, Begun::position, Long[]::new))
                .update();
    }

    private static void update(JdbcClient jdbc, Collection<Ended> rows) {
        jdbc.sql("""
                update processes.element_instance as element
                set state = given.state, ended_at = given.at, position = given.position
                from unnest(:keys::bigint[], :states::text[], :ends::timestamptz[], :positions::bigint[])
                    as given (key, state, at, position)
                where element.key = given.key""")
                .param("keys", of(rows, Ended::key, Long[]::new))
                .param("states", of(rows, Ended::state, String[]::new))
                .param("ends", of(rows, row -> Timestamp.from(row.at()), Timestamp[]::new))
                .param("positions", of(rows, Ended::position, Long[]::new))
                .update();
    }

    private static <R, T> Object of(
            Collection<R> rows, Function<R, @Nullable T> column, IntFunction<@Nullable T[]> array) {
        return rows.stream().map(column).toArray(array);
    }
}
