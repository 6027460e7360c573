package de.amtsfluss.processes.suche;

import de.amtsfluss.processes.Aktensuche.Anfrage;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Vertraulichkeit;
import de.amtsfluss.processes.VorgangId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may see what, asked where it is kept: an index outside of the database may not have heard of a change yet. */
@Repository
class Sichtbarkeit {

    private final JdbcClient jdbc;

    Sichtbarkeit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the Vorgaenge that the person may see now, which have the wanted state and are not forgotten. */
    Set<UUID> visible(Collection<UUID> vorgaenge, Anfrage anfrage, Akteur akteur) {
        return new HashSet<>(jdbc.sql("""
                select v.id from processes.vorgang v
                join processes.vorgang_akte va on va.vorgang_id = v.id
                join processes.akte a on a.id = va.akte_id
                where v.id = any(:vorgaenge::uuid[])
                  and v.gruppen && :gruppen::text[] and a.vertraulichkeit = any(:stufen::text[])
                  and (:status::text is null or v.status = :status)
                  and not exists (select from suche.loeschauftrag l where l.vorgang_id = v.id)""")
                .param("vorgaenge", vorgaenge.stream().map(UUID::toString).toArray(String[]::new))
                .param("gruppen", akteur.gruppen().toArray(String[]::new))
                .param("stufen", Vertraulichkeit.openTo(akteur.gruppen()).toArray(String[]::new))
                .param(
                        "status",
                        anfrage.status() == null ? null : anfrage.status().name())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    /** What decides about a Vorgang now; empty if it lies in no Akte, so that nobody may see it. */
    Optional<Merkblatt> of(VorgangId vorgang) {
        return jdbc.sql("""
                select v.status, v.gruppen, a.vertraulichkeit from processes.vorgang v
                join processes.vorgang_akte va on va.vorgang_id = v.id
                join processes.akte a on a.id = va.akte_id
                where v.id = :vorgang""")
                .param("vorgang", vorgang.value())
                .query((row, number) -> new Merkblatt(
                        row.getString("status"),
                        List.of((String[]) row.getArray("gruppen").getArray()),
                        row.getString("vertraulichkeit")))
                .optional();
    }

    /**
     * What decides who may see a Vorgang.
     *
     * @param status where it stands
     * @param gruppen whose members may see it
     * @param vertraulichkeit how confidential its Akte is
     */
    record Merkblatt(String status, List<String> gruppen, String vertraulichkeit) {}
}
