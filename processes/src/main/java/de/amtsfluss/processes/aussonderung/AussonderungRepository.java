package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.Aussonderung;
import de.amtsfluss.processes.Aussonderung.Schritt;
import de.amtsfluss.processes.Aussonderung.Stand;
import de.amtsfluss.processes.AussonderungId;
import de.amtsfluss.processes.Aussonderungsart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the lists, and adds entries to them. */
@Repository
class AussonderungRepository {

    /** Any number that nobody else locks. */
    private static final long LOCK = 4_711_020_031L;

    private static final String SELECT = """
            select a.*, (select count(*) from processes.aussonderung_eintrag e
                where e.aussonderung_id = a.id and e.stand <> 'ZURUECKGESTELLT') as anzahl
            from processes.aussonderung a\s""";

    private final JdbcClient jdbc;

    AussonderungRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the end of the transaction nobody else makes a list or adds to one. */
    void lockAll() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .list();
    }

    /** Numbers are counted by year; nobody else makes a list meanwhile. */
    void insert(AussonderungId id, int jahr, String von, Instant now) {
        var number = jdbc.sql("select count(*) + 1 from processes.aussonderung where nummer like :jahr")
                .param("jahr", "AV-%d-%%".formatted(jahr))
                .query(Integer.class)
                .single();
        jdbc.sql("""
                insert into processes.aussonderung (id, nummer, stand, erstellt_am, erstellt_von)
                values (:id, :nummer, 'ERSTELLT', :now, :von)""")
                .param("id", id.value())
                .param("nummer", "AV-%d-%04d".formatted(jahr, number))
                .param("now", Timestamp.from(now))
                .param("von", von)
                .update();
    }

    void add(AussonderungId id, Kandidat kandidat, Aussonderungsart art) {
        var akte = kandidat.akte();
        jdbc.sql("""
                insert into processes.aussonderung_eintrag (id, aussonderung_id, nummer, akte_id, vorgang_id,
                    kennzeichen, laufzeit_beginn, laufzeit_ende, aufbewahrungsende, aussonderungsart, stand)
                select :id, :list, coalesce(max(nummer), 0) + 1, :akte, :vorgang,
                    :kennzeichen, :beginn, :ende, :aufbewahrungsende, :art, 'OFFEN'
                from processes.aussonderung_eintrag where aussonderung_id = :list""")
                .param("id", UUID.randomUUID())
                .param("list", id.value())
                .param("akte", akte == null ? null : akte.value())
                .param("vorgang", akte == null ? kandidat.vorgaenge().getFirst().value() : null)
                .param("kennzeichen", kandidat.kennzeichen())
                .param("beginn", kandidat.beginn())
                .param("ende", kandidat.ende())
                .param("aufbewahrungsende", Objects.requireNonNull(kandidat.aufbewahrungsende()))
                .param("art", art.name())
                .update();
    }

    Optional<AussonderungId> find(Stand stand) {
        return jdbc.sql("""
                select id from processes.aussonderung where stand = :stand order by erstellt_am limit 1 for update""")
                .param("stand", stand.name())
                .query((row, number) -> new AussonderungId(row.getObject("id", UUID.class)))
                .optional();
    }

    List<Aussonderung> list() {
        return jdbc.sql(SELECT + "order by a.erstellt_am desc, a.id")
                .query(AussonderungRepository::read)
                .list();
    }

    Optional<Aussonderung> find(AussonderungId id) {
        return jdbc.sql(SELECT + "where a.id = :id")
                .param("id", id.value())
                .query(AussonderungRepository::read)
                .optional();
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<Aussonderung> lock(AussonderungId id) {
        jdbc.sql("select 1 from processes.aussonderung where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> true)
                .list();
        return find(id);
    }

    /** Notes a step that a person did. */
    void setStand(AussonderungId id, Stand stand, String von, Instant now) {
        var step = stand.name().toLowerCase(Locale.ROOT);
        jdbc.sql("update processes.aussonderung set stand = :stand, %1$s_am = :now, %1$s_von = :von where id = :id"
                        .formatted(step))
                .param("stand", stand.name())
                .param("now", Timestamp.from(now))
                .param("von", von)
                .param("id", id.value())
                .update();
    }

    void complete(AussonderungId id, Instant now) {
        jdbc.sql("""
                update processes.aussonderung set stand = 'ABGESCHLOSSEN', abgeschlossen_am = :now
                where id = :id""").param("now", Timestamp.from(now)).param("id", id.value()).update();
    }

    private static Aussonderung read(ResultSet row, int number) throws SQLException {
        var completed = row.getTimestamp("abgeschlossen_am");
        return new Aussonderung(
                new AussonderungId(row.getObject("id", UUID.class)),
                row.getString("nummer"),
                Stand.valueOf(row.getString("stand")),
                Objects.requireNonNull(schritt(row, "erstellt")),
                schritt(row, "angeboten"),
                schritt(row, "bewertet"),
                schritt(row, "uebergeben"),
                completed == null ? null : completed.toInstant(),
                row.getInt("anzahl"));
    }

    static @Nullable Schritt schritt(ResultSet row, String step) throws SQLException {
        var am = row.getTimestamp(step + "_am");
        return am == null ? null : new Schritt(am.toInstant(), row.getString(step + "_von"));
    }
}
