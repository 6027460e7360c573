package de.amtsfluss.lorawantriggers.deadletter;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.uplink.DeadLetter;
import de.amtsfluss.processes.Sensorik.Filter;
import de.amtsfluss.processes.Sensorik.Stand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Dead letters in PostgreSQL. */
@Repository
@DependsOn("lorawanTriggersFlyway")
class DeadLetterRepository {

    private final JdbcClient jdbc;

    DeadLetterRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A dead letter and what became of it.
     *
     * @param id identifies it
     * @param letter the letter
     * @param state whether anybody has taken care of it
     * @param handledBy who has
     * @param handledAt when
     */
    record Kept(
            UUID id,
            DeadLetter letter,
            Stand state,
            @Nullable String handledBy,
            @Nullable Instant handledAt) {}

    /** Keeps a letter; one of the same place in the topic is kept already. */
    void keep(String position, DeadLetter letter) {
        jdbc.sql("""
                        insert into lorawan_triggers.dead_letter (id, topic_position, reason, detail, received_at, source,
                            dev_eui, payload, content_type, topic)
                        values (:id, :position, :reason, :detail, :receivedAt, :source, :devEui, :payload, :contentType,
                            :topic) on conflict (topic_position) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("position", position)
                .param("reason", letter.reason())
                .param("detail", letter.detail().replace("\0", ""))
                .param("receivedAt", Timestamp.from(letter.receivedAt()))
                .param("source", letter.source())
                .param(
                        "devEui",
                        letter.devEui() == null ? null : letter.devEui().value())
                .param("payload", Base64.getDecoder().decode(letter.payload()))
                .param("contentType", letter.contentType())
                .param("topic", letter.topic())
                .update();
    }

    List<Kept> list(Filter filter, int pageSize) {
        return jdbc.sql("""
                        select * from lorawan_triggers.dead_letter
                        where (:all or state = 'OFFEN') and (:reason::text is null or reason = :reason)
                            and (:devEui::text is null or dev_eui = upper(:devEui))
                        order by received_at desc, id limit :limit offset :offset
                        """)
                .param("all", filter.alle())
                .param("reason", filter.grund())
                .param("devEui", filter.devEui())
                .param("limit", pageSize)
                .param("offset", (Math.max(1, filter.seite()) - 1) * pageSize)
                .query(DeadLetterRepository::kept)
                .list();
    }

    List<Kept> find(Collection<UUID> ids) {
        return jdbc.sql("select * from lorawan_triggers.dead_letter where id = any(:ids) order by received_at, id")
                .param("ids", ids.toArray(UUID[]::new))
                .query(DeadLetterRepository::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        var devEui = row.getString("dev_eui");
        var handledAt = row.getTimestamp("handled_at");
        return new Kept(
                row.getObject("id", UUID.class),
                new DeadLetter(
                        row.getString("reason"),
                        row.getString("detail"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("source"),
                        devEui == null ? null : new DevEui(devEui),
                        row.getBytes("payload"),
                        row.getString("content_type"),
                        row.getString("topic")),
                Stand.valueOf(row.getString("state")),
                row.getString("handled_by"),
                handledAt == null ? null : handledAt.toInstant());
    }

    /** Marks an open letter; false if it is not open any more. */
    boolean handle(UUID id, Stand state, String by, Instant at) {
        return jdbc.sql("""
                        update lorawan_triggers.dead_letter set state = :state, handled_by = :by, handled_at = :at
                        where id = :id and state = 'OFFEN'
                        """)
                        .param("state", state.name())
                        .param("by", by)
                        .param("at", Timestamp.from(at))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Deletes what was taken care of before that time, and says how many. */
    int delete(Instant before) {
        return jdbc.sql("delete from lorawan_triggers.dead_letter where state <> 'OFFEN' and handled_at < ?")
                .param(Timestamp.from(before))
                .update();
    }
}
