package de.amtsfluss.processes.projection;

import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Writes records into the tables of the read model. */
@Component
@ConditionalOnRole(Role.PROJECTION)
class ReadModelWriter {

    private final JdbcClient jdbc;

    ReadModelWriter(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Writes what the record says; true if lists that people look at may have changed.
     *
     * @param elements takes the elements, to be written in the end
     */
    boolean write(EngineRecord next, ElementBatch elements) {
        return switch (next.valueType()) {
            case "PROCESS_INSTANCE" -> writeElement(next, elements);
            case "USER_TASK" -> writeUserTask(next);
            case "INCIDENT" -> writeIncident(next);
            default -> false;
        };
    }

    private boolean writeElement(EngineRecord next, ElementBatch elements) {
        var isProcess = next.text("bpmnElementType").equals("PROCESS");
        switch (next.intent()) {
            case "ELEMENT_ACTIVATED" -> begin(next, isProcess, elements);
            case "ELEMENT_COMPLETED" -> end(next, isProcess, "COMPLETED", elements);
            case "ELEMENT_TERMINATED" -> end(next, isProcess, "TERMINATED", elements);
            default -> {
                return false;
            }
        }
        return isProcess;
    }

    private void begin(EngineRecord next, boolean isProcess, ElementBatch elements) {
        if (isProcess) {
            common("""
                    insert into processes.process_instance
                        (key, bpmn_process_id, version, parent_key, state, started_at, position)
                    values (:key, :process, :version, :parent, 'ACTIVE', :at, :position) on conflict do nothing""", next)
                    .param("process", next.text("bpmnProcessId"))
                    .param("version", next.number("version"))
                    .param("parent", positiveOrNull(next.number("parentProcessInstanceKey")))
                    .update();
        } else {
            elements.begin(next);
        }
    }

    private void end(EngineRecord next, boolean isProcess, String state, ElementBatch elements) {
        if (isProcess) {
            common("""
                    update processes.process_instance set state = :state, ended_at = :at, position = :position
                    where key = :key""", next).param("state", state).update();
        } else {
            elements.end(next, state);
        }
    }

    private boolean writeUserTask(EngineRecord next) {
        switch (next.intent()) {
            case "CREATED" -> insertUserTask(next);
            case "ASSIGNED" ->
                common(
                                "update processes.user_task set assignee = :assignee, position = :position where key = :key",
                                next)
                        .param("assignee", next.textOrNull("assignee"))
                        .update();
            case "UPDATED" -> updateUserTask(next);
            case "COMPLETED" -> endUserTask(next, "COMPLETED");
            case "CANCELED" -> endUserTask(next, "CANCELED");
            default -> {
                return false;
            }
        }
        return true;
    }

    private void insertUserTask(EngineRecord next) {
        changeable(common("""
                insert into processes.user_task
                    (key, process_instance_key, element_instance_key, element_id, bpmn_process_id, state, assignee,
                     candidate_groups, due_date, priority, form_key, created_at, position)
                values (:key, :instance, :elementInstance, :element, :process, 'CREATED', :assignee,
                     :groups, :due, :priority, :form, :at, :position) on conflict do nothing""", next), next)
                .param("instance", next.number("processInstanceKey"))
                .param("elementInstance", next.number("elementInstanceKey"))
                .param("element", next.text("elementId"))
                .param("process", next.text("bpmnProcessId"))
                .param("assignee", next.textOrNull("assignee"))
                .param("form", positiveOrNull(next.number("formKey")))
                .update();
    }

    private void updateUserTask(EngineRecord next) {
        changeable(common("""
                update processes.user_task
                set candidate_groups = :groups, due_date = :due, priority = :priority, position = :position
                where key = :key""", next), next).update();
    }

    private void endUserTask(EngineRecord next, String state) {
        common("""
                update processes.user_task set state = :state, ended_at = :at, position = :position where key = :key""", next).param("state", state).update();
    }

    private boolean writeIncident(EngineRecord next) {
        switch (next.intent()) {
            case "CREATED" ->
                common("""
                        insert into processes.incident
                            (key, process_instance_key, element_instance_key, element_id, bpmn_process_id, error_type,
                             error_message, state, created_at, position)
                        values (:key, :instance, :elementInstance, :element, :process, :type, :message, 'CREATED', :at,
                             :position) on conflict do nothing""", next)
                        .param("instance", next.number("processInstanceKey"))
                        .param("elementInstance", next.number("elementInstanceKey"))
                        .param("element", next.text("elementId"))
                        .param("process", next.text("bpmnProcessId"))
                        .param("type", next.text("errorType"))
                        .param("message", next.text("errorMessage"))
                        .update();
            case "RESOLVED" -> common("""
                        update processes.incident set state = 'RESOLVED', resolved_at = :at, position = :position
                        where key = :key""", next).update();
            default -> {
                return false;
            }
        }
        return true;
    }

    private StatementSpec common(String sql, EngineRecord next) {
        var spec = jdbc.sql(sql).param("key", next.key()).param("position", next.position());
        return sql.contains(":at") ? spec.param("at", Timestamp.from(next.timestamp())) : spec;
    }

    private static StatementSpec changeable(StatementSpec spec, EngineRecord next) {
        var due = due(next);
        return spec.param("groups", next.texts("candidateGroupsList"))
                .param("due", due == null ? null : Timestamp.from(due))
                .param("priority", Math.max(0, next.number("priority")));
    }

    /** The engine passes on the date as the model gave it: with an offset, or with a zone. */
    private static @Nullable Instant due(EngineRecord next) {
        var text = next.text("dueDate");
        if (text.isEmpty()) {
            return null;
        }
        return text.endsWith("]")
                ? ZonedDateTime.parse(text).toInstant()
                : OffsetDateTime.parse(text).toInstant();
    }

    private static @Nullable Long positiveOrNull(long number) {
        return number > 0 ? number : null;
    }
}
