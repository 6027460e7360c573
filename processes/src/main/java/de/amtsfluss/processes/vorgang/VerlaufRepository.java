package de.amtsfluss.processes.vorgang;

import de.amtsfluss.processes.Vorgaenge.Ereignis;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.model.ModelCatalog;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what happened in a Vorgang from the projected steps of its process, in the words of the model. */
@Repository
class VerlaufRepository {

    private final JdbcClient jdbc;
    private final ModelCatalog models;

    VerlaufRepository(JdbcClient jdbc, ModelCatalog models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    List<Ereignis> of(VorgangId id) {
        return Stream.concat(steps(id), post(id))
                .sorted(Comparator.comparing(Ereignis::begonnenAm))
                .toList();
    }

    private Stream<Ereignis> steps(VorgangId id) {
        return jdbc
                .sql("""
                select v.verfahren, e.element_id, e.started_at, e.ended_at
                from processes.element_instance e
                join processes.vorgang v using (process_instance_key)
                where v.id = :id and e.element_type in
                    ('START_EVENT', 'END_EVENT', 'BOUNDARY_EVENT', 'USER_TASK', 'SERVICE_TASK', 'CALL_ACTIVITY')
                order by e.started_at, e.position""")
                .param("id", id.value())
                .query((row, number) -> new Step(
                        row.getString("verfahren"),
                        row.getString("element_id"),
                        row.getTimestamp("started_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("ended_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null)))
                .list()
                .stream()
                .flatMap(this::named);
    }

    /** Post that was filed with the Vorgang, by its number. */
    private Stream<Ereignis> post(VorgangId id) {
        return jdbc
                .sql("""
                select eingangsnummer, uebernommen_am from processes.posteingang
                where vorgang_id = :id order by uebernommen_am, eingangsnummer""")
                .param("id", id.value())
                .query((row, number) -> post(
                        row.getString("eingangsnummer"),
                        row.getTimestamp("uebernommen_am").toInstant()))
                .list()
                .stream();
    }

    private static Ereignis post(String eingangsnummer, Instant am) {
        return new Ereignis("Post %s zum Vorgang genommen".formatted(eingangsnummer), am, am);
    }

    private Stream<Ereignis> named(Step step) {
        return models
                .name(step.verfahren(), step.elementId())
                .map(name -> new Ereignis(name, step.begonnenAm(), step.beendetAm()))
                .stream();
    }

    private record Step(
            String verfahren,
            String elementId,
            Instant begonnenAm,
            @Nullable Instant beendetAm) {}
}
