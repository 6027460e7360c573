package de.amtsfluss.processes.protokoll.siegel;

import de.amtsfluss.processes.Siegel;
import de.amtsfluss.processes.protokoll.ProtokollLocks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Closes days and reads and writes their seals. */
@Repository
public class SiegelRepository {

    /** The columns of a seal, for {@link #read}. */
    public static final String COLUMNS = "nummer, tag, ketten, eintraege, wurzel, vorher, hash";

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;

    SiegelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the right to seal until the transaction ends, if no other replica has it. */
    boolean lock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key, 0)")
                .param("key", ProtokollLocks.SEAL)
                .query(Boolean.class)
                .single();
    }

    /**
     * Closes a day and those before it. Writers take their time under the shared lock and hold it until their commit;
     * who has the lock alone knows that all of them are done, and who writes later sees the closed day.
     */
    void close(LocalDate day, Instant now) {
        // Writers that come later wait behind this one, so it must not wait long itself.
        jdbc.sql("set local lock_timeout = '5s'").update();
        jdbc.sql("select pg_advisory_xact_lock(:key, 0)")
                .param("key", ProtokollLocks.DAY)
                .query((row, number) -> true)
                .list();
        jdbc.sql("insert into processes.protokoll_tagesabschluss (tag, abgeschlossen_am) values (:day, :now)")
                .param("day", day)
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<LocalDate> lastClosed() {
        return day("select max(tag) from processes.protokoll_tagesabschluss");
    }

    Optional<LocalDate> firstDay() {
        return day("select min(tag) from processes.protokoll");
    }

    private Optional<LocalDate> day(String sql) {
        return jdbc.sql(sql)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    Tag day(LocalDate day) {
        var grown = new Tag();
        try (var chains = jdbc
                .sql("""
                select distinct on (kette) kette, nummer, hash, count(*) over (partition by kette) as anzahl
                from processes.protokoll where tag = :day order by kette, nummer desc""")
                .param("day", day)
                .withFetchSize(1_000)
                .query((row, number) -> new Chain(
                        row.getObject("kette", UUID.class),
                        row.getLong("nummer"),
                        HEX.formatHex(row.getBytes("hash")),
                        row.getLong("anzahl")))
                .stream()) {
            chains.forEach(chain -> grown.add(chain.kette(), chain.nummer(), chain.hash(), chain.anzahl()));
        }
        return grown;
    }

    void insert(Siegel siegel, Instant now) {
        jdbc.sql("insert into processes.protokoll_siegel (" + COLUMNS + ", gemacht_am)"
                        + " values (:nummer, :tag, :ketten, :eintraege, :wurzel, :vorher, :hash, :now)")
                .param("nummer", siegel.nummer())
                .param("tag", siegel.tag())
                .param("ketten", siegel.ketten())
                .param("eintraege", siegel.eintraege())
                .param("wurzel", HEX.parseHex(siegel.wurzel()))
                .param("vorher", HEX.parseHex(siegel.vorher()))
                .param("hash", HEX.parseHex(siegel.hash()))
                .param("now", Timestamp.from(now))
                .update();
    }

    Optional<Siegel> last() {
        return jdbc.sql("select " + COLUMNS + " from processes.protokoll_siegel order by nummer desc limit 1")
                .query(SiegelRepository::read)
                .optional();
    }

    List<Siegel> after(long number) {
        return jdbc.sql("select " + COLUMNS + " from processes.protokoll_siegel where nummer > :number order by nummer")
                .param("number", number)
                .query(SiegelRepository::read)
                .list();
    }

    /** Reads a seal from a row with the {@link #COLUMNS}. */
    public static Siegel read(ResultSet row, int number) throws SQLException {
        return new Siegel(
                row.getLong("nummer"),
                row.getObject("tag", LocalDate.class),
                row.getLong("ketten"),
                row.getLong("eintraege"),
                HEX.formatHex(row.getBytes("wurzel")),
                HEX.formatHex(row.getBytes("vorher")),
                HEX.formatHex(row.getBytes("hash")));
    }

    private record Chain(UUID kette, long nummer, String hash, long anzahl) {}
}
