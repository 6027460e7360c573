package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.VorgangId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an index outside of the database still has to take out. */
@Repository
class Loeschauftraege {

    private final JdbcClient jdbc;
    private final Clock clock;

    Loeschauftraege(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void add(VorgangId vorgang) {
        jdbc.sql("""
                insert into suche.loeschauftrag (vorgang_id, seit) values (:vorgang, :now)
                on conflict (vorgang_id) do update set seit = excluded.seit""")
                .param("vorgang", vorgang.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    List<Auftrag> open() {
        return jdbc.sql("select vorgang_id, seit from suche.loeschauftrag order by seit")
                .query((row, number) ->
                        new Auftrag(new VorgangId(row.getObject("vorgang_id", UUID.class)), row.getTimestamp("seit")))
                .list();
    }

    /** Notes the end of the work, unless the order was given again meanwhile. */
    void done(Auftrag auftrag) {
        jdbc.sql("delete from suche.loeschauftrag where vorgang_id = :vorgang and seit = :seit")
                .param("vorgang", auftrag.vorgang().value())
                .param("seit", auftrag.seit())
                .update();
    }

    record Auftrag(VorgangId vorgang, Timestamp seit) {}
}
