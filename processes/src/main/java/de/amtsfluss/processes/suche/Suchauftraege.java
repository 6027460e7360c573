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

    /** Has everything read again that was ever ordered. */
    void repeatAll() {
        jdbc.sql("update processes.suchauftrag set stand = 'OFFEN', versuche = 0, faellig_am = :now")
                .param("now", now())
                .update();
    }

    /** Has work that is under way for a Vorgang done once more, so that nothing read before now is written. */
    void repeatOpen(VorgangId vorgang) {
        jdbc.sql("""
                update processes.suchauftrag set faellig_am = :now where stand = 'OFFEN' and (id = :vorgang
                    or id in (select id from processes.dokument where vorgang_id = :vorgang))""").param("now", now()).param("vorgang", vorgang.value()).update();
    }

    /** The documents of a Vorgang; no copy brings one of them into the index before the transaction ends. */
    List<UUID> lockDokumente(VorgangId vorgang) {
        return jdbc.sql("""
                select s.id from processes.suchauftrag s join processes.dokument d on d.id = s.id
                where d.vorgang_id = :vorgang order by s.id for update of s""")
                .param("vorgang", vorgang.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /**
     * Takes the next ones for a while, if they still belong into this index. The attempt is counted before the work
     * begins, so that a file that takes the whole process down with it is given up in the end.
     */
    List<Auftrag> take(int most, Duration lease, String ziel) {
        return jdbc.sql("""
                update processes.suchauftrag set versuche = versuche + 1, faellig_am = :later
                where id in (select id from processes.suchauftrag where stand = 'OFFEN' and faellig_am <= :now
                    and exists (select from suche.ziel where kennung = :ziel)
                    order by faellig_am limit :most for update skip locked)
                returning id, art, versuche, faellig_am""")
                .param("later", Timestamp.from(clock.instant().plus(lease)))
                .param("now", now())
                .param("most", most)
                .param("ziel", ziel)
                .query((row, number) -> new Auftrag(
                        row.getObject("id", UUID.class),
                        Art.valueOf(row.getString("art")),
                        row.getInt("versuche"),
                        row.getTimestamp("faellig_am")))
                .list();
    }

    /** Gives one back for which nothing could be done, without counting the attempt. */
    void giveBack(Auftrag auftrag, Duration pause) {
        jdbc.sql("""
                update processes.suchauftrag set versuche = versuche - 1, faellig_am = :later
                where id = :id and stand = 'OFFEN' and faellig_am = :taken""")
                .param("later", Timestamp.from(clock.instant().plus(pause)))
                .param("id", auftrag.id())
                .param("taken", auftrag.bis())
                .update();
    }

    /**
     * Notes the end of the work; false if the order was given again meanwhile, or everything belongs into another index
     * now, so that it has to be done once more.
     */
    boolean done(Auftrag auftrag, Volltext stand, String ziel) {
        return jdbc.sql("""
                update processes.suchauftrag set stand = :stand
                where id = :id and stand = 'OFFEN' and faellig_am = :taken
                    and exists (select from suche.ziel where kennung = :ziel)""")
                        .param("stand", stand.name())
                        .param("ziel", ziel)
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
