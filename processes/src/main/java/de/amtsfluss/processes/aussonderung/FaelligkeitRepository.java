package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.AkteId;
import de.amtsfluss.processes.VorgangId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what may have to be listed: those that are in no list and were not erased. */
@Repository
class FaelligkeitRepository {

    private final JdbcClient jdbc;

    FaelligkeitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Kandidat> all(LocalDate today) {
        return Stream.concat(akten(today).stream(), vorgaenge().stream()).toList();
    }

    private List<Kandidat> akten(LocalDate today) {
        return jdbc.sql("""
                select a.id as akte_id, a.kennzeichen, a.aktenplaneinheit, a.laufzeit_beginn as beginn,
                    coalesce(a.laufzeit_ende, a.zda_am) as ende, a.aufbewahrungsende,
                    (select array_agg(va.vorgang_id) from processes.vorgang_akte va where va.akte_id = a.id)
                        as vorgaenge
                from processes.akte a
                where a.zda_am is not null and a.aufbewahrungsende < :today and not a.loeschsperre
                  and exists (select from processes.vorgang_akte va where va.akte_id = a.id)
                  and not exists (select from processes.aussonderung_eintrag e
                      where e.akte_id = a.id and e.stand <> 'ZURUECKGESTELLT')
                order by a.aufbewahrungsende, a.kennzeichen""")
                .param("today", today)
                .query(FaelligkeitRepository::read)
                .list();
    }

    private List<Kandidat> vorgaenge() {
        return jdbc.sql("""
                select null::uuid as akte_id, v.aktenzeichen as kennzeichen,
                    split_part(v.aktenzeichen, '/', 1) as aktenplaneinheit,
                    (v.angelegt_am at time zone 'Europe/Berlin')::date as beginn,
                    (v.abgeschlossen_am at time zone 'Europe/Berlin')::date as ende,
                    null::date as aufbewahrungsende, array[v.id] as vorgaenge
                from processes.vorgang v
                where v.status = 'ABGESCHLOSSEN'
                  and not exists (select from processes.vorgang_akte va where va.vorgang_id = v.id)
                  and not exists (select from processes.aussonderung_eintrag e
                      where e.vorgang_id = v.id and e.stand <> 'ZURUECKGESTELLT')
                order by v.abgeschlossen_am, v.aktenzeichen""").query(FaelligkeitRepository::read).list();
    }

    private static Kandidat read(ResultSet row, int number) throws SQLException {
        var akte = row.getObject("akte_id", UUID.class);
        return new Kandidat(
                akte == null ? null : new AkteId(akte),
                Stream.of((UUID[]) row.getArray("vorgaenge").getArray())
                        .map(VorgangId::new)
                        .toList(),
                row.getString("kennzeichen"),
                row.getString("aktenplaneinheit"),
                row.getObject("beginn", LocalDate.class),
                row.getObject("ende", LocalDate.class),
                row.getObject("aufbewahrungsende", LocalDate.class));
    }
}
