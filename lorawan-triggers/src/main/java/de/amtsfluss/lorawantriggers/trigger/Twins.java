package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.trigger.Twin.Occupancy;
import de.amtsfluss.lorawantriggers.trigger.Twin.Value;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Twins in PostgreSQL, read and written many at a time. */
@Repository
@DependsOn("lorawanTriggersFlyway")
class Twins {

    private static final TypeReference<Map<String, Value>> VALUES = new TypeReference<>() {};
    private static final TypeReference<Map<String, TriggerState>> STATES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Twins(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Reads twins and keeps others from working on them until the end of the transaction. The locks are taken in one
     * order by all, so that nobody waits for each other.
     */
    Map<String, Twin> lock(Collection<String> subjects) {
        var ids = subjects.stream().distinct().sorted().toArray(String[]::new);
        jdbc.sql("""
                        select count(pg_advisory_xact_lock(key)) from (
                            select distinct hashtextextended(id, 1107) as key
                            from unnest(:ids::text[]) as id order by key) as keys
                        """).param("ids", ids).query(Long.class).single();
        return read(List.of(ids)).stream().collect(Collectors.toMap(Twin::subject, twin -> twin));
    }

    /** Reads twins; who does not lock them must not save them. */
    List<Twin> read(Collection<String> subjects) {
        return jdbc.sql("select * from lorawan_triggers.twin where subject = any(:ids)")
                .param("ids", subjects.toArray(String[]::new))
                .query(this::twin)
                .list();
    }

    private Twin twin(ResultSet row, int number) throws SQLException {
        var values = new EnumMap<Quantity, Value>(Quantity.class);
        json.readValue(row.getString("measurements"), VALUES)
                .forEach((key, value) -> Quantity.of(key).ifPresent(quantity -> values.put(quantity, value)));
        return new Twin(
                row.getString("subject"),
                link(row),
                new Occupancy(instant(row, "occupied_since"), instant(row, "free_since")),
                values,
                json.readValue(row.getString("states"), STATES));
    }

    private static @Nullable Link link(ResultSet row) throws SQLException {
        var devEui = row.getString("dev_eui");
        var receivedAt = instant(row, "received_at");
        return devEui == null || receivedAt == null
                ? null
                : new Link(
                        new DevEui(devEui),
                        row.getString("session_key"),
                        row.getLong("f_cnt"),
                        receivedAt,
                        row.getObject("rssi", Integer.class),
                        row.getObject("snr", Double.class),
                        row.getObject("spreading_factor", Integer.class),
                        row.getLong("received"),
                        row.getLong("lost"),
                        row.getDouble("loss_rate"),
                        row.getString("source"),
                        row.getString("application"),
                        row.getString("device_id"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    /** Keeps twins. */
    void save(SequencedCollection<Twin> twins) {
        if (twins.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into lorawan_triggers.twin as twin
                            (subject, dev_eui, session_key, f_cnt, received_at, rssi, snr, spreading_factor, received,
                             lost, loss_rate, occupied_since, free_since, measurements, states, source, application,
                             device_id)
                        select * from unnest(:subjects::text[], :devEuis::text[], :sessions::text[], :fCnts::bigint[],
                            :receivedAts::timestamptz[], :rssis::int[], :snrs::float8[], :sfs::int[],
                            :received::bigint[], :lost::bigint[], :rates::float8[], :occupied::timestamptz[],
                            :free::timestamptz[], :measurements::jsonb[], :states::jsonb[],
                            :sources::text[], :applications::text[], :deviceIds::text[])
                        on conflict (subject) do update set dev_eui = excluded.dev_eui,
                            session_key = excluded.session_key, f_cnt = excluded.f_cnt,
                            received_at = excluded.received_at, rssi = excluded.rssi, snr = excluded.snr,
                            spreading_factor = excluded.spreading_factor, received = excluded.received,
                            lost = excluded.lost, loss_rate = excluded.loss_rate,
                            occupied_since = excluded.occupied_since, free_since = excluded.free_since,
                            measurements = excluded.measurements, states = excluded.states,
                            source = excluded.source, application = excluded.application,
                            device_id = excluded.device_id
                        """).params(columns(new ArrayList<>(twins))).update();
    }

    private Map<String, Object> columns(List<Twin> twins) {
        var columns = new HashMap<String, Object>();
        columns.put("subjects", strings(twins, Twin::subject));
        columns.put("devEuis", strings(twins, ofLink(link -> link.devEui().value())));
        columns.put("sessions", strings(twins, ofLink(Link::sessionKey)));
        columns.put("fCnts", of(twins, ofLink(Link::fCnt), Long[]::new));
        columns.put("receivedAts", of(twins, ofLink(link -> Timestamp.from(link.receivedAt())), Timestamp[]::new));
        columns.put("rssis", of(twins, ofLink(Link::rssi), Integer[]::new));
        columns.put("snrs", of(twins, ofLink(Link::snr), Double[]::new));
        columns.put("sfs", of(twins, ofLink(Link::spreadingFactor), Integer[]::new));
        columns.put(
                "received",
                of(twins, twin -> twin.link() == null ? 0L : twin.link().received(), Long[]::new));
        columns.put(
                "lost", of(twins, twin -> twin.link() == null ? 0L : twin.link().lost(), Long[]::new));
        columns.put(
                "rates",
                of(twins, twin -> twin.link() == null ? 0.0 : twin.link().lossRate(), Double[]::new));
        columns.put("occupied", of(twins, twin -> timestamp(twin.occupancy().since()), Timestamp[]::new));
        columns.put("free", of(twins, twin -> timestamp(twin.occupancy().freeSince()), Timestamp[]::new));
        columns.put("measurements", strings(twins, twin -> json.writeValueAsString(byKey(twin.values()))));
        columns.put("states", strings(twins, twin -> json.writeValueAsString(twin.states())));
        columns.put("sources", strings(twins, ofLink(Link::source)));
        columns.put("applications", strings(twins, ofLink(Link::application)));
        columns.put("deviceIds", strings(twins, ofLink(Link::deviceId)));
        return columns;
    }

    private static Map<String, Value> byKey(Map<Quantity, Value> values) {
        var byKey = new TreeMap<String, Value>();
        values.forEach((quantity, value) -> byKey.put(quantity.key(), value));
        return byKey;
    }

    private static <T> Function<Twin, @Nullable T> ofLink(Function<Link, @Nullable T> property) {
        return twin -> twin.link() == null ? null : property.apply(twin.link());
    }

    private static Object strings(List<Twin> twins, Function<Twin, @Nullable String> property) {
        return of(twins, property, String[]::new);
    }

    private static <T> Object of(
            List<Twin> twins,
            Function<Twin, @Nullable T> property,
            java.util.function.IntFunction<@Nullable T[]> array) {
        return twins.stream().map(property).toArray(array);
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
