package de.amtsfluss.processes.bearbeitungsfrist;

import de.amtsfluss.processes.Frist;
import de.amtsfluss.processes.Fristuhr;
import de.amtsfluss.processes.Fristuhr.Laeuft;
import de.amtsfluss.processes.Fristuhr.Pause;
import de.amtsfluss.processes.Fristuhr.Steht;
import de.amtsfluss.processes.VorgangId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The clocks of the Vorgaenge in the database. */
@Repository
class BearbeitungsfristRepository {

    private final JdbcClient jdbc;

    BearbeitungsfristRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a clock that begins to run, and tells whether there was none before. */
    boolean insert(VorgangId vorgang, Frist.Regel regel, LocalDate beginn) {
        return jdbc.sql("""
                insert into processes.bearbeitungsfrist
                    (vorgang_id, zahl, einheit, tag_eins, regime, verschiebung, beginn)
                values (:vorgang, :zahl, :einheit, :tagEins, :regime, :verschiebung, :beginn)
                on conflict do nothing""")
                        .param("vorgang", vorgang.value())
                        .param("zahl", regel.dauer().zahl())
                        .param("einheit", regel.dauer().einheit().name())
                        .param("tagEins", regel.beginn().name())
                        .param("regime", regel.regime().name())
                        .param("verschiebung", regel.verschiebung())
                        .param("beginn", beginn)
                        .update()
                > 0;
    }

    /** The clock; nobody else changes it until the transaction ends. */
    Optional<Bearbeitungsfrist> lock(VorgangId vorgang) {
        return find(vorgang, "for update");
    }

    Optional<Bearbeitungsfrist> find(VorgangId vorgang) {
        return find(vorgang, "");
    }

    private Optional<Bearbeitungsfrist> find(VorgangId vorgang, String lock) {
        return jdbc.sql("select * from processes.bearbeitungsfrist where vorgang_id = :vorgang " + lock)
                .param("vorgang", vorgang.value())
                .query((row, number) -> read(vorgang, row))
                .optional();
    }

    private Bearbeitungsfrist read(VorgangId vorgang, ResultSet row) throws SQLException {
        return new Bearbeitungsfrist(
                vorgang,
                uhr(row, pausen(vorgang)),
                row.getObject("gemeldete_stufe", Integer.class),
                row.getObject("gemeldet_durch", Long.class));
    }

    private static Fristuhr uhr(ResultSet row, List<Pause> pausen) throws SQLException {
        var regel = new Frist.Regel(
                new Frist.Dauer(row.getInt("zahl"), Frist.Einheit.valueOf(row.getString("einheit"))),
                Frist.Beginn.valueOf(row.getString("tag_eins")),
                Frist.Regime.valueOf(row.getString("regime")),
                row.getBoolean("verschiebung"));
        var beginn = row.getObject("beginn", LocalDate.class);
        var seit = row.getObject("steht_seit", LocalDate.class);
        return seit == null
                ? new Laeuft(regel, beginn, pausen)
                : new Steht(regel, beginn, pausen, seit, row.getString("grund"));
    }

    private List<Pause> pausen(VorgangId vorgang) {
        return jdbc.sql("""
                select von, bis, grund from processes.bearbeitungsfrist_pause
                where vorgang_id = :vorgang order by nummer""")
                .param("vorgang", vorgang.value())
                .query((row, number) -> new Pause(
                        row.getObject("von", LocalDate.class),
                        row.getObject("bis", LocalDate.class),
                        row.getString("grund")))
                .list();
    }

    void update(VorgangId vorgang, Steht uhr) {
        setStanding(vorgang, uhr.seit(), uhr.grund());
    }

    /** A clock that goes on has a new end, to which no reminder belongs yet. */
    void update(VorgangId vorgang, Laeuft uhr) {
        setStanding(vorgang, null, null);
        var last = uhr.pausen().getLast();
        jdbc.sql("""
                insert into processes.bearbeitungsfrist_pause (vorgang_id, nummer, von, bis, grund)
                values (:vorgang, :nummer, :von, :bis, :grund)""")
                .param("vorgang", vorgang.value())
                .param("nummer", uhr.pausen().size())
                .param("von", last.von())
                .param("bis", last.bis())
                .param("grund", last.grund())
                .update();
        report(vorgang, null, null);
    }

    private void setStanding(VorgangId vorgang, @Nullable LocalDate since, @Nullable String grund) {
        jdbc.sql("""
                update processes.bearbeitungsfrist set steht_seit = :seit, grund = :grund
                where vorgang_id = :vorgang""")
                .param("vorgang", vorgang.value())
                .param("seit", since)
                .param("grund", grund)
                .update();
    }

    void report(VorgangId vorgang, @Nullable Integer stufe, @Nullable Long auftrag) {
        jdbc.sql("""
                update processes.bearbeitungsfrist set gemeldete_stufe = :stufe, gemeldet_durch = :auftrag
                where vorgang_id = :vorgang""")
                .param("vorgang", vorgang.value())
                .param("stufe", stufe)
                .param("auftrag", auftrag)
                .update();
    }

    /**
     * A clock as it is kept.
     *
     * @param vorgang whose
     * @param uhr how it runs
     * @param gemeldeteStufe the highest stage that was reported since it last went on
     * @param gemeldetDurch who asked for that
     */
    record Bearbeitungsfrist(
            VorgangId vorgang,
            Fristuhr uhr,
            @Nullable Integer gemeldeteStufe,
            @Nullable Long gemeldetDurch) {}
}
