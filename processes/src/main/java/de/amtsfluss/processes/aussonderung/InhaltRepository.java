package de.amtsfluss.processes.aussonderung;

import de.amtsfluss.processes.VorgangId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Erases all rows that say something of what a Vorgang was about. Its shell with the Aktenzeichen stays, so that the
 * reference is not given again and readers are told what became of it; orders for the Akte stay without their reasons,
 * which were encrypted with the key.
 */
@Repository
class InhaltRepository {

    /** The process of the Vorgang with those it called, and those of its Geschäftsgänge. */
    private static final String PROCESSES = """
            with recursive lauf (key) as (
                select process_instance_key from processes.vorgang where id = :vorgang
                union select process_instance_key from processes.geschaeftsgang where vorgang_id = :vorgang
                union select i.key from processes.process_instance i join lauf on i.parent_key = lauf.key)\s""";

    private static final String AUSLOESER = "(select ausloeser_id from processes.vorgang where id = :vorgang)";

    /** In this order, since later ones look for what earlier ones would have deleted. */
    private static final List<String> STATEMENTS = List.of(
            // Whoever reads texts for the index just now finds no order any more and writes nothing.
            """
            delete from processes.suchauftrag where id = :vorgang
                or id in (select id from processes.dokument where vorgang_id = :vorgang)""",
            PROCESSES + """
            update processes.task_completion set variables = '{}', last_error = null where user_task_key in (
                select t.key from processes.user_task t join lauf on t.process_instance_key = lauf.key)""",
            PROCESSES + """
            update processes.incident set error_message = '' where process_instance_key in (select key from lauf)""",
            "update processes.message_outbox set facts = '{}', last_error = null"
                    + " where correlation_key = :text or ausloeser_id = " + AUSLOESER,
            "delete from processes.postfach where vorgang_id = :vorgang",
            "delete from processes.versand where vorgang_id = :vorgang",
            "delete from processes.geschaeftsgang where vorgang_id = :vorgang",
            "delete from processes.entscheidung where vorgang_id = :vorgang or ausloeser_id = " + AUSLOESER,
            "delete from processes.beteiligter_kennzeichen where vorgang_id = :vorgang",
            "delete from processes.antrag where vorgang_id = :vorgang",
            "delete from processes.vorgang_verweis where von_id = :vorgang or nach_id = :vorgang",
            """
            delete from processes.dokument_version where dokument_id in (
                select id from processes.dokument where vorgang_id = :vorgang)""",
            "delete from processes.dokument where vorgang_id = :vorgang",
            """
            update processes.akte set betreff = 'Gelöscht'
            where id = (select akte_id from processes.vorgang_akte where vorgang_id = :vorgang)""",
            """
            update processes.vorgang set betreff = 'Gelöscht', inhalt = '', beteiligte = null where id = :vorgang""");

    private final JdbcClient jdbc;

    InhaltRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void erase(VorgangId vorgang) {
        for (var statement : STATEMENTS) {
            jdbc.sql(statement)
                    .param("vorgang", vorgang.value())
                    .param("text", vorgang.toString())
                    .update();
        }
    }

    /** The dispatches of the Vorgang, as long as they are there. */
    Set<UUID> versendungen(VorgangId vorgang) {
        return Set.copyOf(jdbc.sql("select id from processes.versand where vorgang_id = :vorgang")
                .param("vorgang", vorgang.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }

    /** Nobody else changes the Akte, or the Vorgang where there is none, until the transaction ends. */
    void lock(VorgangId vorgang) {
        jdbc.sql("""
                select 1 from processes.akte
                where id = (select akte_id from processes.vorgang_akte where vorgang_id = :vorgang) for update""")
                .param("vorgang", vorgang.value())
                .query((row, number) -> true)
                .list();
        jdbc.sql("select 1 from processes.vorgang where id = :vorgang for update")
                .param("vorgang", vorgang.value())
                .query((row, number) -> true)
                .list();
    }
}
