package de.amtsfluss.processes.projection;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applies records in the order of their positions; what was applied before changes nothing. */
@Component
@ConditionalOnRole(Role.PROJECTION)
class Projection {

    private final JdbcClient jdbc;
    private final ReadModelWriter writer;
    private final ChangeNotifier changes;

    Projection(JdbcClient jdbc, ReadModelWriter writer, ChangeNotifier changes) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.changes = changes;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void apply(List<EngineRecord> records) {
        records.stream()
                .collect(Collectors.groupingBy(EngineRecord::partitionId, TreeMap::new, Collectors.toList()))
                .forEach(this::applyPartition);
    }

    private void applyPartition(int partitionId, List<EngineRecord> records) {
        var position = lockedPosition(partitionId);
        var changed = false;
        var elements = new ElementBatch();
        for (var next : records) {
            if (next.position() > position) {
                changed |= writer.write(next, elements);
                position = next.position();
            }
        }
        elements.write(jdbc);
        jdbc.sql("update processes.projection_position set position = :position where partition_id = :partition")
                .param("position", position)
                .param("partition", partitionId)
                .update();
        if (changed) {
            changes.changed();
        }
    }

    private long lockedPosition(int partitionId) {
        jdbc.sql("""
                insert into processes.projection_position (partition_id, position) values (:partition, -1)
                on conflict do nothing""").param("partition", partitionId).update();
        return jdbc.sql("""
                select position from processes.projection_position where partition_id = :partition for update""").param("partition", partitionId).query(Long.class).single();
    }
}
