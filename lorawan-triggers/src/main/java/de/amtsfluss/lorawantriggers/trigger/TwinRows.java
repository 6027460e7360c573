package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.trigger.Twin.Occupancy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of twins in PostgreSQL, read and written many at a time. */
@Repository
@DependsOn("lorawanTriggersFlyway")
class TwinRows {

    /** Who reported; seldom another than before. */
    private static final String SENDER = "dev_eui, session_key, source, application, device_id";

    private static final String GIVEN_SENDER =
            ":devEuis::text[], :sessions::text[], :sources::text[], :applications::text[], :deviceIds::text[]";

    /** What each uplink changes, beside what was seen. */
    private static final String NEWS = "f_cnt, received_at, rssi, snr, spreading_factor, received, lost, loss_rate, "
            + "occupied_since, free_since, measurements, states";

    private static final String GIVEN_NEWS = """
            :fCnts::bigint[], :receivedAts::timestamptz[], :rssis::int[], :snrs::float8[], :sfs::int[],
            :received::bigint[], :lost::bigint[], :rates::float8[], :occupied::timestamptz[], :free::timestamptz[],
            :measurements::jsonb[], :states::json[]""";

    private static final String UPDATE = update(SENDER + ", " + NEWS, GIVEN_SENDER + ", " + GIVEN_NEWS);

    private static final String UPDATE_NEWS = update(NEWS, GIVEN_NEWS);

    private static final String INSERT = counted("""
            insert into lorawan_triggers.twin (subject, seen, %s, %s)
            select * from unnest(:subjects::text[], :seen::bytea[], %s, %s)""".formatted(SENDER, NEWS, GIVEN_SENDER, GIVEN_NEWS));

    private final JdbcClient jdbc;
    private final TwinJson json;

    TwinRows(JdbcClient jdbc, TwinJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What was seen is added to what is there, which is the same as what was read if the version is. */
    private static String update(String columns, String given) {
        return counted("""
                update lorawan_triggers.twin as twin
                set (%1$s) = row(%2$s), seen = substring(given.seen || twin.seen from 1 for %4$d)
                from unnest(:subjects::text[], :versions::xid[], :seen::bytea[], %3$s)
                    as given (subject, version, seen, %1$s)
                where twin.subject = given.subject and twin.xmin = given.version""".formatted(columns, columns.replaceAll("\\w+", "given.$0"), given, Seen.KEPT * Seen.ENTRY));
    }

    private static String counted(String statement) {
        return """
                with written as (%s returning 1)
                select count(*), pg_current_xact_id()::xid::text from written
                """.formatted(statement);
    }

    /**
     * A twin as it lies in the database.
     *
     * @param twin the twin
     * @param version the transaction that wrote it last ({@code xmin}), whoever that was
     */
    record Row(Twin twin, String version) {}

    /**
     * What was written.
     *
     * @param count how many rows
     * @param version the transaction that wrote them
     */
    record Written(int count, String version) {}

    /** Keeps others from these subjects, be there a row or not, until the end of the transaction. */
    void lock(String[] subjects) {
        jdbc.sql("""
                        select count(pg_advisory_xact_lock(key)) from (
                            select distinct hashtextextended(id, 1107) as key
                            from unnest(:ids::text[]) as id order by key) as keys
                        """).param("ids", subjects).query(Long.class).single();
    }

    /**
     * Locks the rows of those that there are, so that who wrote them without {@link #lock} is waited for.
     *
     * @return their versions by their subjects
     */
    Map<String, String> lockRows(String[] subjects) {
        var versions = new HashMap<String, String>();
        jdbc.sql("""
                        select subject, xmin::text from lorawan_triggers.twin where subject = any(:ids)
                        order by subject for no key update
                        """).param("ids", subjects).query(row -> {
            versions.put(row.getString(1), row.getString(2));
        });
        return versions;
    }

    List<Row> read(Collection<String> subjects) {
        return jdbc.sql("select *, xmin::text as version from lorawan_triggers.twin where subject = any(:ids)")
                .param("ids", subjects.toArray(String[]::new))
                .query((row, number) -> new Row(twin(row), row.getString("version")))
                .list();
    }

    private Twin twin(ResultSet row) throws SQLException {
        var link = link(row);
        var heard = link == null ? null : link.receivedAt();
        return new Twin(
                row.getString("subject"),
                link,
                new Occupancy(instant(row, "occupied_since"), instant(row, "free_since")),
                json.values(row.getString("measurements"), heard),
                json.states(row.getString("states"), heard),
                Seen.of(row.getBytes("seen")));
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

    /**
     * Writes twins whose rows are there.
     *
     * @param before their rows as they were read, in the same order; one that has another version now stays as it is
     */
    Written update(List<Twin> twins, List<Row> before) {
        return write(UPDATE, withSender(twins, versioned(twins, before)));
    }

    /** The same for twins that have the sender they had before ({@link Link#hasSenderOf}), which costs less. */
    Written updateNews(List<Twin> twins, List<Row> before) {
        return write(UPDATE_NEWS, versioned(twins, before));
    }

    /** Writes twins that are new. */
    Written insert(List<Twin> twins) {
        var columns = news(twins);
        columns.put("seen", of(twins, twin -> twin.seen().bytes(), byte[][]::new));
        return write(INSERT, withSender(twins, columns));
    }

    private Written write(String statement, Map<String, Object> columns) {
        return jdbc.sql(statement)
                .params(columns)
                .query((row, number) -> new Written(row.getInt(1), row.getString(2)))
                .single();
    }

    private Map<String, Object> versioned(List<Twin> twins, List<Row> before) {
        var columns = news(twins);
        columns.put("versions", before.stream().map(Row::version).toArray(String[]::new));
        var seen = new byte[twins.size()][];
        for (var i = 0; i < seen.length; i++) {
            seen[i] = twins.get(i).seen().since(before.get(i).twin().seen());
        }
        columns.put("seen", seen);
        return columns;
    }

    private static Map<String, Object> withSender(List<Twin> twins, Map<String, Object> columns) {
        columns.put("devEuis", strings(twins, ofLink(link -> link.devEui().value())));
        columns.put("sessions", strings(twins, ofLink(Link::sessionKey)));
        columns.put("sources", strings(twins, ofLink(Link::source)));
        columns.put("applications", strings(twins, ofLink(Link::application)));
        columns.put("deviceIds", strings(twins, ofLink(Link::deviceId)));
        return columns;
    }

    private Map<String, Object> news(List<Twin> twins) {
        var columns = new HashMap<String, Object>();
        columns.put("subjects", strings(twins, Twin::subject));
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
        columns.put("measurements", strings(twins, json::values));
        columns.put("states", strings(twins, json::states));
        return columns;
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
