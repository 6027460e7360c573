package de.amtsfluss.processes.akte;

import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.ZdaHindernis;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is still open in a Vorgang: itself, a step somebody has to do, a draft. */
@Component
class OffeneArbeit implements ZdaHindernis {

    private final JdbcClient jdbc;

    OffeneArbeit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> of(VorgangId vorgang) {
        return Stream.of(sentences(vorgang, """
                                select 'Der Vorgang ' || aktenzeichen || ' ist noch nicht abgeschlossen.'
                                from processes.vorgang where id = :vorgang and status = 'OFFEN'"""), sentences(vorgang, """
                                with recursive lauf (key) as (
                                    select process_instance_key from processes.vorgang where id = :vorgang
                                    union select i.key from processes.process_instance i join lauf on i.parent_key = lauf.key)
                                select 'Im Vorgang ' || v.aktenzeichen || case count(*)
                                    when 1 then ' ist eine Aufgabe offen.' else ' sind ' || count(*) || ' Aufgaben offen.' end
                                from processes.vorgang v, lauf join processes.user_task t on t.process_instance_key = lauf.key
                                where v.id = :vorgang and t.state = 'CREATED' group by v.aktenzeichen"""), sentences(vorgang, """
                                select 'Im Vorgang ' || v.aktenzeichen || case count(*)
                                    when 1 then ' ist ein Dokument noch ein Entwurf.'
                                    else ' sind ' || count(*) || ' Dokumente noch Entwürfe.' end
                                from processes.vorgang v join processes.dokument d on d.vorgang_id = v.id
                                where v.id = :vorgang and d.abgelegt_am is null group by v.aktenzeichen"""))
                .flatMap(List::stream)
                .toList();
    }

    private List<String> sentences(VorgangId vorgang, String sql) {
        return jdbc.sql(sql)
                .param("vorgang", vorgang.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}
