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

    /** What each uplink changes. */
    private static final String NEWS = "f_cnt, received_at, rssi, snr, spreading_factor, received, lost, loss_rate, "
            + "occupied_since, free_since, measurements, states, seen";

    private static final String GIVEN_NEWS = """
            :fCnts::bigint[], :receivedAts::timestamptz[], :rssis::int[], :snrs::float8[], :sfs::int[],
            :received::bigint[], :lost::bigint[], :rates::float8[], :occupied::timestamptz[], :free::timestamptz[],
            :measurements::jsonb[], :states::jsonb[], :seen::bytea[]""";

    private static final String UPDATE = update(SENDER + ", " + NEWS, GIVEN_SENDER + ", " + GIVEN_NEWS);

    private static final String UPDATE_NEWS = update(NEWS, GIVEN_NEWS);

    private static final String INSERT = """
            insert into lorawan_triggers.twin (subject, %s, %s)
            select * from unnest(:subjects::text[], %s, %s) returning subject, xmin::text
            """.formatted(SENDER, NEWS, GIVEN_SENDER, GIVEN_NEWS);

    private final JdbcClient jdbc;
    private final TwinJson json;

    TwinRows(JdbcClient jdbc, TwinJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private static String update(String columns, String given) {
        return """
                update lorawan_triggers.twin as twin set (%1$s) = row(%2$s)
                from (select * from unnest(:subjects::text[], %3$s)) as given (subject, %1$s)
                where twin.subject = given.subject returning twin.subject, twin.xmin::text
                """.formatted(columns, columns.replaceAll("\\w+", "given.$0"), given);
    }

    /**
     * A twin as it lies in the database.
     *
     * @param twin the twin
     * @param version the transaction that wrote it last ({@code xmin}), whoever that was
     */
    record Row(Twin twin, String version) {}

    /** Keeps others from these subjects until the end of the transaction. */
    void lock(String[] subjects) {
        jdbc.sql("""
                        select count(pg_advisory_xact_lock(key)) from (
                            select distinct hashtextextended(id, 1107) as key
                            from unnest(:ids::text[]) as id order by key) as keys
                        """).param("ids", subjects).query(Long.class).single();
    }

    /** The versions of those that there are, by their subjects. */
    Map<String, String> versions(String[] subjects) {
        var versions = new HashMap<String, String>();
        jdbc.sql("select subject, xmin::text from lorawan_triggers.twin where subject = any(:ids)")
                .param("ids", subjects)
                .query(row -> {
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
     * @return the versions of those that were, by their subjects
     */
    Map<String, String> update(List<Twin> twins) {
        return write(UPDATE, all(twins));
    }

    /**
     * Writes twins whose rows are there and have the same sender ({@link Link#hasSenderOf}), which costs less.
     *
     * @return the versions of those that were, by their subjects
     */
    Map<String, String> updateNews(List<Twin> twins) {
        return write(UPDATE_NEWS, news(twins));
    }

    /**
     * Writes twins that are new.
     *
     * @return their versions by their subjects
     */
    Map<String, String> insert(List<Twin> twins) {
        return write(INSERT, all(twins));
    }

    private Map<String, String> write(String statement, Map<String, Object> columns) {
        var versions = new HashMap<String, String>();
        jdbc.sql(statement).params(columns).query(row -> {
            versions.put(row.getString(1), row.getString(2));
        });
        return versions;
    }

    private Map<String, Object> all(List<Twin> twins) {
        var columns = news(twins);
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
        columns.put("seen", of(twins, twin -> twin.seen().bytes(), byte[][]::new));
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
