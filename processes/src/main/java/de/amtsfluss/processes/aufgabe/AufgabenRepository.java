package de.amtsfluss.processes.aufgabe;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aufgabe;
import de.amtsfluss.processes.AufgabeKey;
import de.amtsfluss.processes.Erledigungsregel;
import de.amtsfluss.processes.Vertretungen;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.model.ModelCatalog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the open tasks from the read model; a task whose completion is on its way is no longer open. */
@Repository
class AufgabenRepository {

    private static final String OPEN = """
            select t.*, v.id as vorgang_id, coalesce(p.eingangsnummer, v.aktenzeichen) as aktenzeichen,
                coalesce('Post vom ' || to_char(p.eingegangen_am, 'DD.MM.YYYY'), v.betreff) as betreff
            from processes.user_task t
            left join processes.geschaeftsgang g on g.process_instance_key = t.process_instance_key
            left join processes.posteingang p on p.process_instance_key = t.process_instance_key
            left join processes.vorgang v
                on v.process_instance_key = t.process_instance_key or v.id = g.vorgang_id or v.id = p.vorgang_id
            where t.state = 'CREATED'
              and not exists (select 1 from processes.task_completion c
                              where c.user_task_key = t.key and c.state in ('PENDING', 'DONE'))
              and (t.candidate_groups && :gruppen::text[] or t.assignee = any(:kennungen))""";

    private final JdbcClient jdbc;
    private final ModelCatalog models;
    private final Vertretungen vertretungen;

    AufgabenRepository(JdbcClient jdbc, ModelCatalog models, Vertretungen vertretungen) {
        this.jdbc = jdbc;
        this.models = models;
        this.vertretungen = vertretungen;
    }

    List<Open> list(Akteur akteur) {
        return jdbc.sql(OPEN + " order by t.priority desc, t.due_date nulls last, t.created_at, t.key limit 500")
                .param("gruppen", akteur.gruppen().toArray(String[]::new))
                .param("kennungen", kennungen(akteur))
                .query(this::read)
                .list();
    }

    Optional<Open> find(AufgabeKey key, Akteur akteur) {
        return jdbc.sql(OPEN + " and t.key = :key")
                .param("gruppen", akteur.gruppen().toArray(String[]::new))
                .param("kennungen", kennungen(akteur))
                .param("key", key.value())
                .query(this::read)
                .optional();
    }

    /** The person, and those whom it stands in for. */
    private String[] kennungen(Akteur akteur) {
        return Stream.concat(Stream.of(akteur.kennung()), vertretungen.vertretene(akteur.kennung()).stream())
                .toArray(String[]::new);
    }

    /** Shows a claim at once; the projection confirms it. */
    void assign(AufgabeKey key, @Nullable String assignee) {
        jdbc.sql("update processes.user_task set assignee = :assignee where key = :key and state = 'CREATED'")
                .param("assignee", assignee)
                .param("key", key.value())
                .update();
    }

    private Open read(ResultSet row, int number) throws SQLException {
        var process = row.getString("bpmn_process_id");
        var element = row.getString("element_id");
        var vorgang = row.getObject("vorgang_id", UUID.class);
        var due = row.getTimestamp("due_date");
        return new Open(
                row.getLong("process_instance_key"),
                element,
                new Aufgabe(
                        new AufgabeKey(row.getLong("key")),
                        models.name(process, element).orElse(element),
                        process,
                        vorgang == null ? null : new VorgangId(vorgang),
                        row.getString("aktenzeichen"),
                        row.getString("betreff"),
                        row.getString("assignee"),
                        Set.of((String[]) row.getArray("candidate_groups").getArray()),
                        row.getInt("priority"),
                        row.getTimestamp("created_at").toInstant(),
                        due == null ? null : due.toInstant(),
                        models.formId(process, element).orElse(null)));
    }

    /**
     * An open task and where it stands in its model.
     *
     * @param processInstanceKey its process
     * @param elementId the step
     * @param aufgabe the task
     */
    record Open(long processInstanceKey, String elementId, Aufgabe aufgabe) {

        Erledigungsregel.Stelle stelle() {
            return new Erledigungsregel.Stelle(aufgabe, processInstanceKey, elementId);
        }
    }
}
