package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Armed;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Reading;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Triggered;
import de.amtsfluss.lorawantriggers.uplink.Uplink;
import de.amtsfluss.lorawantriggers.uplink.Uplink.Rx;
import de.amtsfluss.processes.AusloeserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Twins and trigger states in PostgreSQL; all methods belong into one transaction per uplink. */
@Repository
@DependsOn("lorawanTriggersFlyway")
class TwinRepository {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    TwinRepository(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps others from working on the same container until the end of the transaction. */
    void lock(String containerId) {
        jdbc.sql("select 1 from lorawan_triggers.container where id = ? for update")
                .param(containerId)
                .query(Integer.class)
                .single();
    }

    /**
     * Keeps the latest values; what an uplink does not tell keeps its old value.
     *
     * @return {@code false} if a later uplink was here before, nothing is changed then
     */
    boolean update(String containerId, Uplink uplink, Map<Quantity, Double> measurements) {
        var values = new TreeMap<String, Double>();
        measurements.forEach((quantity, value) -> values.put(quantity.key(), value));
        var best = uplink.rx().stream()
                .filter(rx -> rx.rssi() != null)
                .max(Comparator.comparingInt(TwinRepository::strength));
        return jdbc.sql("""
                        insert into lorawan_triggers.twin as twin
                            (container_id, dev_eui, received_at, f_cnt, rssi, snr, measurements)
                        values (:container, :devEui, :receivedAt, :fCnt, :rssi, :snr, :measurements::jsonb)
                        on conflict (container_id) do update set dev_eui = excluded.dev_eui,
                            received_at = excluded.received_at, f_cnt = excluded.f_cnt, rssi = excluded.rssi,
                            snr = excluded.snr, measurements = twin.measurements || excluded.measurements
                        where twin.received_at <= excluded.received_at
                        """)
                        .param("container", containerId)
                        .param("devEui", uplink.devEui().value())
                        .param("receivedAt", Timestamp.from(uplink.receivedAt()))
                        .param("fCnt", uplink.fCnt())
                        .param("rssi", best.map(Rx::rssi).orElse(null))
                        .param("snr", best.map(Rx::snr).orElse(null))
                        .param("measurements", json.writeValueAsString(values))
                        .update()
                == 1;
    }

    private static int strength(Rx rx) {
        var rssi = rx.rssi();
        return rssi == null ? Integer.MIN_VALUE : rssi;
    }

    /** Where the container stands in the procedure's trigger. */
    TriggerState state(String containerId, String verfahren) {
        return jdbc.sql("""
                        select held, ausloeser_id, triggered_at, last_prozent, last_reading_at
                        from lorawan_triggers.trigger_state where container_id = ? and verfahren = ?
                        """)
                .param(containerId)
                .param(verfahren)
                .query(TwinRepository::state)
                .optional()
                .orElseGet(TriggerState::initial);
    }

    private static TriggerState state(ResultSet row, int number) throws SQLException {
        var ausloeser = row.getObject("ausloeser_id", UUID.class);
        var triggeredAt = row.getTimestamp("triggered_at");
        var readingAt = row.getTimestamp("last_reading_at");
        return new TriggerState(
                ausloeser == null || triggeredAt == null
                        ? new Armed(row.getInt("held"))
                        : new Triggered(new AusloeserId(ausloeser), triggeredAt.toInstant()),
                readingAt == null ? null : new Reading(row.getDouble("last_prozent"), readingAt.toInstant()));
    }

    /** Keeps where the container stands. */
    void save(String containerId, String verfahren, TriggerState state) {
        var last = state.last();
        var triggered = state.phase() instanceof Triggered phase ? phase : null;
        jdbc.sql("""
                        insert into lorawan_triggers.trigger_state
                            (container_id, verfahren, held, ausloeser_id, triggered_at, last_prozent, last_reading_at)
                        values (:container, :verfahren, :held, :ausloeser, :triggeredAt, :prozent, :readingAt)
                        on conflict (container_id, verfahren) do update set held = excluded.held,
                            ausloeser_id = excluded.ausloeser_id, triggered_at = excluded.triggered_at,
                            last_prozent = excluded.last_prozent, last_reading_at = excluded.last_reading_at
                        """)
                .param("container", containerId)
                .param("verfahren", verfahren)
                .param("held", state.phase() instanceof Armed armed ? armed.held() : 0)
                .param(
                        "ausloeser",
                        triggered == null ? null : triggered.ausloeser().value())
                .param("triggeredAt", timestamp(triggered == null ? null : triggered.at()))
                .param("prozent", last == null ? null : last.prozent())
                .param("readingAt", timestamp(last == null ? null : last.at()))
                .update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
