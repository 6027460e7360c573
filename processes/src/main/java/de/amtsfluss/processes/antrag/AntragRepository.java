package de.amtsfluss.processes.antrag;

import de.amtsfluss.processes.VorgangId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes what is known of applications beside their Vorgaenge. */
@Repository
class AntragRepository {

    private final JdbcClient jdbc;

    AntragRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(VorgangId vorgang, @Nullable String konto, String formular, Instant now) {
        jdbc.sql("""
                insert into processes.antrag (vorgang_id, konto, formular, eingegangen_am)
                values (:vorgang, :konto, :formular, :now)""")
                .param("vorgang", vorgang.value())
                .param("konto", konto)
                .param("formular", formular)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** So that of two requests with the same id the second waits for the first. */
    void lock(UUID id) {
        jdbc.sql("select pg_advisory_xact_lock(:high)")
                .param("high", id.getMostSignificantBits() ^ id.getLeastSignificantBits())
                .query((row, number) -> true)
                .list();
    }

    Optional<Row> find(VorgangId vorgang) {
        return select("select * from processes.antrag where vorgang_id = :vorgang", vorgang);
    }

    /** Until the end of the transaction nobody else changes it. */
    Optional<Row> findForUpdate(VorgangId vorgang) {
        return select("select * from processes.antrag where vorgang_id = :vorgang for update", vorgang);
    }

    /** When the first post came in that was filed with a Vorgang without process; for paper the day begins it. */
    Optional<Instant> receivedByPost(VorgangId vorgang) {
        return jdbc.sql("""
                select coalesce(p.eingegangen_um, p.eingegangen_am::timestamp at time zone 'Europe/Berlin')
                from processes.posteingang p join processes.vorgang v on v.id = p.vorgang_id
                where v.id = :vorgang and v.process_instance_key is null order by p.eingegangen_am, p.erfasst_am limit 1""")
                .param("vorgang", vorgang.value())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    List<VorgangId> of(String konto) {
        return jdbc.sql("select vorgang_id from processes.antrag where konto = :konto order by eingegangen_am desc")
                .param("konto", konto)
                .query((row, number) -> new VorgangId(row.getObject("vorgang_id", UUID.class)))
                .list();
    }

    Optional<VorgangId> byAktenzeichen(String aktenzeichen) {
        return jdbc.sql("""
                select v.id from processes.vorgang v join processes.antrag a on a.vorgang_id = v.id
                where v.aktenzeichen = :aktenzeichen""")
                .param("aktenzeichen", aktenzeichen)
                .query((row, number) -> new VorgangId(row.getObject("id", UUID.class)))
                .optional();
    }

    int nextFassung(VorgangId vorgang) {
        return jdbc.sql("""
                update processes.antrag set fassung = fassung + 1 where vorgang_id = :vorgang returning fassung""")
                .param("vorgang", vorgang.value())
                .query(Integer.class)
                .single();
    }

    void settle(VorgangId vorgang) {
        jdbc.sql("update processes.antrag set festgelegte_fassung = fassung where vorgang_id = :vorgang")
                .param("vorgang", vorgang.value())
                .update();
    }

    void withdraw(VorgangId vorgang, Instant now) {
        jdbc.sql("update processes.antrag set zurueckgenommen_am = :now where vorgang_id = :vorgang")
                .param("now", Timestamp.from(now))
                .param("vorgang", vorgang.value())
                .update();
    }

    void refer(VorgangId from, VorgangId to) {
        jdbc.sql("""
                insert into processes.vorgang_verweis (von_id, nach_id) values (:from, :to) on conflict do nothing""").param("from", from.value()).param("to", to.value()).update();
    }

    private Optional<Row> select(String sql, VorgangId vorgang) {
        return jdbc.sql(sql)
                .param("vorgang", vorgang.value())
                .query(AntragRepository::read)
                .optional();
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("konto"),
                row.getString("formular"),
                row.getTimestamp("eingegangen_am").toInstant(),
                row.getInt("fassung"),
                row.getObject("festgelegte_fassung") != null,
                row.getObject("zurueckgenommen_am") != null);
    }

    /**
     * An application without its Vorgang.
     *
     * @param konto the account that applied
     * @param formular the form
     * @param eingegangenAm when it came in
     * @param fassung which Fassung it has
     * @param festgelegt whether it is closed to changes
     * @param zurueckgenommen whether it was taken back
     */
    record Row(
            @Nullable String konto,
            String formular,
            Instant eingegangenAm,
            int fassung,
            boolean festgelegt,
            boolean zurueckgenommen) {

        boolean aenderbar() {
            return !festgelegt && !zurueckgenommen;
        }
    }
}
