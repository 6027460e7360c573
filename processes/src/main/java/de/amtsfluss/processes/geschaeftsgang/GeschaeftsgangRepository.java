package de.amtsfluss.processes.geschaeftsgang;

import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Geschaeftsgaenge.Start;
import de.amtsfluss.processes.Geschaeftsgang;
import de.amtsfluss.processes.Geschaeftsgang.Status;
import de.amtsfluss.processes.GeschaeftsgangId;
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

/** Reads and writes the Geschäftsgänge without their steps. */
@Repository
class GeschaeftsgangRepository {

    private final JdbcClient jdbc;
    private final SchrittRepository schritte;

    GeschaeftsgangRepository(JdbcClient jdbc, SchrittRepository schritte) {
        this.jdbc = jdbc;
        this.schritte = schritte;
    }

    /** False if one is open for the same draft, or for the Vorgang without a draft. */
    boolean insert(GeschaeftsgangId id, Start wanted, String verfasser, Instant now) {
        var dokument = wanted.dokument();
        return jdbc.sql("""
                insert into processes.geschaeftsgang (id, vorgang_id, dokument_id, verfasser, status, gestartet_am)
                values (:id, :vorgang, :dokument, :verfasser, 'LAUFEND', :now) on conflict do nothing""")
                        .param("id", id.value())
                        .param("vorgang", wanted.vorgang().value())
                        .param("dokument", dokument == null ? null : dokument.value())
                        .param("verfasser", verfasser)
                        .param("now", Timestamp.from(now))
                        .update()
                > 0;
    }

    Optional<Geschaeftsgang> find(GeschaeftsgangId id) {
        return jdbc.sql("select * from processes.geschaeftsgang where id = :id")
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    List<Geschaeftsgang> of(VorgangId vorgang) {
        return jdbc.sql("""
                select * from processes.geschaeftsgang where vorgang_id = :vorgang order by gestartet_am desc, id""").param("vorgang", vorgang.value()).query(this::read).list();
    }

    /** How its process stands; nobody else changes it until the transaction ends. */
    Optional<Lauf> lock(GeschaeftsgangId id) {
        return lauf("id = :value for update", id.value());
    }

    /** The same by its process. */
    Optional<Lauf> lock(long processInstanceKey) {
        return lauf("process_instance_key = :value for update", processInstanceKey);
    }

    /** How the process stands, to look at only. */
    Optional<Lauf> lauf(long processInstanceKey) {
        return lauf("process_instance_key = :value", processInstanceKey);
    }

    private Optional<Lauf> lauf(String condition, Object value) {
        return jdbc.sql("select * from processes.geschaeftsgang where " + condition)
                .param("value", value)
                .query((row, number) -> new Lauf(
                        new GeschaeftsgangId(row.getObject("id", UUID.class)),
                        new VorgangId(row.getObject("vorgang_id", UUID.class)),
                        dokument(row),
                        row.getString("verfasser"),
                        Status.valueOf(row.getString("status")),
                        row.getInt("runde"),
                        row.getInt("stufe"),
                        row.getObject("begonnen_durch", Long.class),
                        row.getObject("process_instance_key", Long.class)))
                .optional();
    }

    void setProcess(GeschaeftsgangId id, long processInstanceKey) {
        jdbc.sql("update processes.geschaeftsgang set process_instance_key = :process where id = :id")
                .param("process", processInstanceKey)
                .param("id", id.value())
                .update();
    }

    void setStufe(GeschaeftsgangId id, int stufe, long begonnenDurch) {
        jdbc.sql("update processes.geschaeftsgang set stufe = :stufe, begonnen_durch = :durch where id = :id")
                .param("stufe", stufe)
                .param("durch", begonnenDurch)
                .param("id", id.value())
                .update();
    }

    void setRunde(GeschaeftsgangId id, int runde) {
        jdbc.sql("update processes.geschaeftsgang set runde = :runde, status = 'LAUFEND' where id = :id")
                .param("runde", runde)
                .param("id", id.value())
                .update();
    }

    void setStatus(GeschaeftsgangId id, Status status, @Nullable Instant ended) {
        jdbc.sql("update processes.geschaeftsgang set status = :status, beendet_am = :ended where id = :id")
                .param("status", status.name())
                .param("ended", ended == null ? null : Timestamp.from(ended))
                .param("id", id.value())
                .update();
    }

    private Geschaeftsgang read(ResultSet row, int number) throws SQLException {
        var id = new GeschaeftsgangId(row.getObject("id", UUID.class));
        var ended = row.getTimestamp("beendet_am");
        List<Beteiligungsschritt> laufweg = schritte.of(id);
        return new Geschaeftsgang(
                id,
                new VorgangId(row.getObject("vorgang_id", UUID.class)),
                dokument(row),
                row.getString("verfasser"),
                Status.valueOf(row.getString("status")),
                row.getInt("stufe"),
                row.getTimestamp("gestartet_am").toInstant(),
                ended == null ? null : ended.toInstant(),
                laufweg);
    }

    private static @Nullable DokumentId dokument(ResultSet row) throws SQLException {
        var id = row.getObject("dokument_id", UUID.class);
        return id == null ? null : new DokumentId(id);
    }

    /**
     * How the process of a Geschäftsgang stands.
     *
     * @param id the Geschäftsgang
     * @param vorgang its Vorgang
     * @param dokument its draft
     * @param verfasser who started it
     * @param status where it stands
     * @param runde how often the draft has gone round
     * @param stufe the Stufe that was begun last
     * @param begonnenDurch the step of the engine that began it
     * @param process its process, absent before the first Stufe
     */
    record Lauf(
            GeschaeftsgangId id,
            VorgangId vorgang,
            @Nullable DokumentId dokument,
            String verfasser,
            Status status,
            int runde,
            int stufe,
            @Nullable Long begonnenDurch,
            @Nullable Long process) {}
}
