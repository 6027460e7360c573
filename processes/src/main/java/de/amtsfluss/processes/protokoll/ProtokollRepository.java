package de.amtsfluss.processes.protokoll;

import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Handlung;
import de.amtsfluss.processes.Protokolleintrag;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes entries, and keeps writers of one chain one after the other. */
@Repository
public class ProtokollRepository {

    /** The columns of an entry, for {@link #read}. */
    public static final String COLUMNS =
            "kette, nummer, tag, zeit, akteur_art, akteur, fuer, objektart, objekt_id, aktion, metadatum, alter_wert,"
                    + " neuer_wert, bemerkung, hash";

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    ProtokollRepository(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /**
     * Waits until nobody else writes to these chains and no day is being closed; both hold until the transaction ends.
     * The order is the same for everyone, so that two writers never wait for each other. Chains that share a lock only
     * wait without need.
     */
    void lock(Collection<UUID> ketten) {
        var keys = ketten.stream().map(UUID::hashCode).distinct().sorted().toList();
        jdbc.sql("select pg_advisory_xact_lock_shared(:kind, 0), pg_advisory_xact_lock(:chain, :key)")
                .param("kind", ProtokollLocks.DAY)
                .param("chain", ProtokollLocks.CHAIN)
                .param("key", keys.getFirst())
                .query((row, number) -> true)
                .list();
        keys.stream()
                .skip(1)
                .forEach(key -> jdbc.sql("select pg_advisory_xact_lock(:chain, :key)")
                        .param("chain", ProtokollLocks.CHAIN)
                        .param("key", key)
                        .query((row, number) -> true)
                        .list());
    }

    /** Where a chain ends; meaningful once it is locked. */
    Kette.Ende end(UUID kette) {
        return jdbc.sql("""
                select coalesce((select max(tag) + 1 from processes.protokoll_tagesabschluss), date '1970-01-01') as offen,
                    letzter.nummer, letzter.tag, letzter.hash
                from (values (1)) eine left join lateral
                    (select nummer, tag, hash from processes.protokoll where kette = :kette
                        order by nummer desc limit 1) letzter on true""")
                .param("kette", kette)
                .query((row, number) -> end(kette, row))
                .single();
    }

    private static Kette.Ende end(UUID kette, ResultSet row) throws SQLException {
        var open = row.getObject("offen", LocalDate.class);
        var hash = row.getBytes("hash");
        if (hash == null) {
            return new Kette.Ende(kette, 0, open, Kette.genesis(kette));
        }
        var last = row.getObject("tag", LocalDate.class);
        return new Kette.Ende(kette, row.getLong("nummer"), last.isAfter(open) ? last : open, HEX.formatHex(hash));
    }

    void insert(List<Protokolleintrag> entries) {
        template.batchUpdate(
                "insert into processes.protokoll (" + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries,
                entries.size(),
                ProtokollRepository::set);
    }

    private static void set(PreparedStatement row, Protokolleintrag entry) throws SQLException {
        var wer = entry.wer();
        var was = entry.was();
        var values = new Object[] {
            entry.kette(), entry.nummer(), entry.tag(), Timestamp.from(entry.zeit()),
                    wer.art().name(), wer.kennung(),
            wer.fuer(), was.objektart().name(), was.objektId(), was.aktion().name(), was.metadatum(), was.alterWert(),
            was.neuerWert(), was.bemerkung(), HEX.parseHex(entry.hash())
        };
        for (var column = 0; column < values.length; column++) {
            row.setObject(column + 1, values[column]);
        }
    }

    List<Protokolleintrag> of(UUID kette) {
        return jdbc.sql("select " + COLUMNS + " from processes.protokoll where kette = :kette order by nummer")
                .param("kette", kette)
                .query(ProtokollRepository::read)
                .list();
    }

    /** Reads an entry from a row with the {@link #COLUMNS}. */
    public static Protokolleintrag read(ResultSet row, int number) throws SQLException {
        return new Protokolleintrag(
                row.getObject("kette", UUID.class),
                row.getLong("nummer"),
                row.getObject("tag", LocalDate.class),
                row.getTimestamp("zeit").toInstant(),
                new Handelnder(
                        Handelnder.Art.valueOf(row.getString("akteur_art")),
                        row.getString("akteur"),
                        row.getString("fuer")),
                new Handlung(
                        Handlung.Objektart.valueOf(row.getString("objektart")),
                        row.getString("objekt_id"),
                        Handlung.Aktion.valueOf(row.getString("aktion")),
                        row.getString("metadatum"),
                        row.getString("alter_wert"),
                        row.getString("neuer_wert"),
                        row.getString("bemerkung")),
                HEX.formatHex(row.getBytes("hash")));
    }
}
