package de.amtsfluss.processes.vertretung;

import de.amtsfluss.processes.Vertretungen.Vertretung;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the Vertretungen. */
@Repository
class VertretungRepository {

    private static final String HOLDS = "v.beendet_am is null and :heute between v.von and v.bis";

    private final JdbcClient jdbc;

    VertretungRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Vertretung vertretung, Instant now) {
        jdbc.sql("""
                insert into processes.vertretung (id, wer, fuer, von, bis, angelegt_am)
                values (:id, :wer, :fuer, :von, :bis, :now)""")
                .param("id", vertretung.id())
                .param("wer", vertretung.wer())
                .param("fuer", vertretung.fuer())
                .param("von", vertretung.von())
                .param("bis", vertretung.bis())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Ends it now; absent if there is none of this person that has not ended. */
    Optional<Vertretung> end(UUID id, String fuer, Instant now) {
        return jdbc.sql("""
                update processes.vertretung set beendet_am = :now
                where id = :id and fuer = :fuer and beendet_am is null returning *""")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .param("fuer", fuer)
                .query(VertretungRepository::read)
                .optional();
    }

    List<Vertretung> of(String kennung, LocalDate heute) {
        return jdbc.sql("""
                select * from processes.vertretung
                where beendet_am is null and bis >= :heute and (fuer = :kennung or wer = :kennung)
                order by von, bis, id""")
                .param("heute", heute)
                .param("kennung", kennung)
                .query(VertretungRepository::read)
                .list();
    }

    Set<String> vertretene(String kennung, LocalDate heute) {
        return Set.copyOf(
                jdbc.sql("select distinct v.fuer from processes.vertretung v where v.wer = :kennung and " + HOLDS)
                        .param("kennung", kennung)
                        .param("heute", heute)
                        .query(String.class)
                        .list());
    }

    Set<String> kette(Set<String> kennungen, LocalDate heute) {
        return Set.copyOf(jdbc.sql("""
                with recursive kette(wer) as (
                    select v.wer from processes.vertretung v where v.fuer = any(:kennungen) and %1$s
                    union
                    select v.wer from processes.vertretung v join kette k on v.fuer = k.wer where %1$s)
                select wer from kette""".formatted(HOLDS))
                .param("kennungen", kennungen.toArray(String[]::new))
                .param("heute", heute)
                .query(String.class)
                .list());
    }

    private static Vertretung read(ResultSet row, int number) throws SQLException {
        return new Vertretung(
                row.getObject("id", UUID.class),
                row.getString("wer"),
                row.getString("fuer"),
                row.getObject("von", LocalDate.class),
                row.getObject("bis", LocalDate.class));
    }
}
