package de.amtsfluss.processes.posteingang;

import de.amtsfluss.processes.VorgangId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the Vorgang that post belongs to, and who works on it just now. */
@Repository
class Vorgangssuche {

    private final JdbcClient jdbc;

    Vorgangssuche(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the references that exist. */
    List<Treffer> byAktenzeichen(Collection<String> aktenzeichen) {
        return jdbc.sql("""
                select v.id, v.aktenzeichen, v.status = 'OFFEN' and a.zda_am is null as offen, a.zda_am is not null as zda
                from processes.vorgang v
                left join processes.vorgang_akte va on va.vorgang_id = v.id
                left join processes.akte a on a.id = va.akte_id
                where v.aktenzeichen = any(:aktenzeichen) order by v.aktenzeichen""")
                .param("aktenzeichen", aktenzeichen.toArray(String[]::new))
                .query((row, number) -> new Treffer(
                        new VorgangId(row.getObject("id", UUID.class)),
                        row.getString("aktenzeichen"),
                        row.getBoolean("offen"),
                        row.getBoolean("zda")))
                .list();
    }

    /** Whether the Akte of a Vorgang takes no more documents. */
    boolean isClosedToFiles(VorgangId vorgang) {
        return jdbc.sql("""
                select exists (select 1 from processes.vorgang_akte va join processes.akte a on a.id = va.akte_id
                    where va.vorgang_id = :vorgang and a.zda_am is not null)""")
                .param("vorgang", vorgang.value())
                .query(Boolean.class)
                .single();
    }

    /** Who has claimed the open task of the Vorgang that waits the longest. */
    Optional<String> bearbeiter(VorgangId vorgang) {
        return jdbc.sql("""
                select t.assignee from processes.user_task t
                join processes.vorgang v on v.process_instance_key = t.process_instance_key
                where v.id = :vorgang and t.state = 'CREATED' and t.assignee is not null and t.assignee <> ''
                order by t.created_at, t.key limit 1""")
                .param("vorgang", vorgang.value())
                .query(String.class)
                .optional();
    }

    /** Whether the procedure of a Vorgang that came by post has been begun with its form. */
    boolean isBegun(VorgangId vorgang) {
        return jdbc.sql("select exists (select 1 from processes.antrag where vorgang_id = :vorgang)")
                .param("vorgang", vorgang.value())
                .query(Boolean.class)
                .single();
    }

    /**
     * A Vorgang that a reference leads to.
     *
     * @param id the Vorgang
     * @param aktenzeichen the reference
     * @param offen whether somebody still has to do something
     * @param zda whether its Akte takes no more documents
     */
    record Treffer(VorgangId id, String aktenzeichen, boolean offen, boolean zda) {}
}
