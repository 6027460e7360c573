package de.amtsfluss.workers.notifications.print;

import de.amtsfluss.processes.Druckauftrag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the batches. */
@Repository
class PrintRepository {

    private static final String COLUMNS = "id, erstellt_am, briefe, seiten, uebergeben_am";

    private final JdbcClient jdbc;
    private final Clock clock;

    PrintRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(UUID id, List<Brief> briefe, BatchPdf pdf) {
        jdbc.sql("""
                insert into workers.druckauftrag (id, erstellt_am, briefe, seiten, content)
                values (:id, :now, :briefe, :seiten, :content)""")
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .param("briefe", briefe.size())
                .param("seiten", pdf.seiten())
                .param("content", pdf.content())
                .update();
        for (var number = 0; number < briefe.size(); number++) {
            jdbc.sql("insert into workers.druckauftrag_brief (versand_id, druckauftrag_id, nummer)"
                            + " values (:versand, :auftrag, :nummer)")
                    .param("versand", briefe.get(number).versand())
                    .param("auftrag", id)
                    .param("nummer", number + 1)
                    .update();
        }
    }

    List<Druckauftrag> list() {
        return jdbc.sql("select " + COLUMNS + " from workers.druckauftrag order by erstellt_am desc, id limit 100")
                .query(PrintRepository::read)
                .list();
    }

    Optional<Druckauftrag> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from workers.druckauftrag where id = :id")
                .param("id", id)
                .query(PrintRepository::read)
                .optional();
    }

    /** The same, and nobody else may change it until the transaction ends. */
    Optional<Druckauftrag> lock(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from workers.druckauftrag where id = :id for update")
                .param("id", id)
                .query(PrintRepository::read)
                .optional();
    }

    Optional<byte[]> content(UUID id) {
        return jdbc.sql("select content from workers.druckauftrag where id = :id and content is not null")
                .param("id", id)
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    List<UUID> letters(UUID id) {
        return jdbc.sql("select versand_id from workers.druckauftrag_brief where druckauftrag_id = :id order by nummer")
                .param("id", id)
                .query((row, number) -> row.getObject("versand_id", UUID.class))
                .list();
    }

    void confirm(UUID id, LocalDate am) {
        jdbc.sql("update workers.druckauftrag set uebergeben_am = :am where id = :id")
                .param("am", am)
                .param("id", id)
                .update();
    }

    /** Those that lie in the database only. */
    List<Druckauftrag> withoutFile() {
        return jdbc.sql("select " + COLUMNS + " from workers.druckauftrag"
                        + " where datei_am is null and uebergeben_am is null and content is not null"
                        + " order by erstellt_am")
                .query(PrintRepository::read)
                .list();
    }

    void written(UUID id) {
        jdbc.sql("update workers.druckauftrag set datei_am = :now where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    void forgetContent(LocalDate handedOverBefore) {
        jdbc.sql("update workers.druckauftrag set content = null where uebergeben_am < :day and content is not null")
                .param("day", handedOverBefore)
                .update();
    }

    /** Batches are erased as a whole: what is in one was posted, and lies in the files of the others. */
    void forgetContent(Set<UUID> letters) {
        jdbc.sql("""
                update workers.druckauftrag set content = null where content is not null and id in (
                    select druckauftrag_id from workers.druckauftrag_brief where versand_id = any(:letters))""").param("letters", letters.toArray(UUID[]::new)).update();
    }

    private static Druckauftrag read(ResultSet row, int number) throws SQLException {
        return new Druckauftrag(
                row.getObject("id", UUID.class),
                row.getTimestamp("erstellt_am").toInstant(),
                row.getInt("briefe"),
                row.getInt("seiten"),
                row.getObject("uebergeben_am", LocalDate.class));
    }
}
