package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumentblatt.Volltext;
import de.amtsfluss.processes.VorgangId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has to be brought into the index: written in the transaction of the change, worked off after its commit. */
@Repository
public class Suchauftraege {

    private final JdbcClient jdbc;
    private final Clock clock;

    Suchauftraege(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Has a Vorgang brought into the index, or again. */
    public void add(VorgangId vorgang) {
        add(vorgang.value(), Art.VORGANG);
    }

    /** Has the newest version of a document brought into the index. */
    public void add(DokumentId dokument) {
        add(dokument.value(), Art.DOKUMENT);
    }

    private void add(UUID id, Art art) {
        jdbc.sql("""
                insert into processes.suchauftrag (id, art, stand, faellig_am) values (:id, :art, 'OFFEN', :now)
                on conflict (id) do update set stand = 'OFFEN', versuche = 0, faellig_am = excluded.faellig_am""")
                .param("id", id)
                .param("art", art.name())
                .param("now", now())
                .update();
    }

    /**
     * Takes the next ones for a while. The attempt is counted before the work begins, so that a file that takes the
     * whole process down with it is given up in the end.
     */
    List<Auftrag> take(int most, Duration lease) {
        return jdbc.sql("""
                update processes.suchauftrag set versuche = versuche + 1, faellig_am = :later
                where id in (select id from processes.suchauftrag where stand = 'OFFEN' and faellig_am <= :now
                    order by faellig_am limit :most for update skip locked)
                returning id, art, versuche, faellig_am""")
                .param("later", Timestamp.from(clock.instant().plus(lease)))
                .param("now", now())
                .param("most", most)
                .query((row, number) -> new Auftrag(
                        row.getObject("id", UUID.class),
                        Art.valueOf(row.getString("art")),
                        row.getInt("versuche"),
                        row.getTimestamp("faellig_am")))
                .list();
    }

    /** Notes the end of the work; false if the order was given again meanwhile, so that it has to be done once more. */
    boolean done(Auftrag auftrag, Volltext stand) {
        return jdbc.sql("""
                update processes.suchauftrag set stand = :stand
                where id = :id and stand = 'OFFEN' and faellig_am = :taken""")
                        .param("stand", stand.name())
                        .param("id", auftrag.id())
                        .param("taken", auftrag.bis())
                        .update()
                > 0;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    enum Art {
        VORGANG,
        DOKUMENT
    }

    record Auftrag(UUID id, Art art, int versuche, Timestamp bis) {}
}
