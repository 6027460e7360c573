package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobBatchRecord;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.record.intent.JobBatchIntent;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The jobs. As in the API there is no state for a job that a worker holds. */
final class Jobs implements View {

    private static final Set<JobIntent> ENDS = Set.of(JobIntent.COMPLETED, JobIntent.CANCELED, JobIntent.ERROR_THROWN);

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final ProcessInstances instances;

    Jobs(ProcessInstances instances) {
        this.instances = instances;
    }

    @Override
    public void apply(LoggedRecord event) {
        if (event.value() instanceof JobRecord job && event.intent() instanceof JobIntent intent && intent.isEvent()) {
            apply(event, job, intent);
        } else if (event.value() instanceof JobBatchRecord batch && event.intent() == JobBatchIntent.ACTIVATED) {
            activated(batch);
        }
    }

    private void apply(LoggedRecord event, JobRecord job, JobIntent intent) {
        var row = rows.computeIfAbsent(event.key(), unused -> create(event, job));
        switch (intent) {
            case CREATED, RECURRED_AFTER_BACKOFF, YIELDED -> row.set("state", "CREATED");
            case UPDATED, TIMEOUT_UPDATED -> {}
            default -> row.set("state", intent.name());
        }
        row.set("retries", job.getRetries())
                .setText("errorMessage", job.getErrorMessage())
                .setText("errorCode", job.getErrorCode())
                .set("hasFailedWithRetriesLeft", intent == JobIntent.FAILED && job.getRetries() > 0)
                .set("elementId", job.getElementId())
                .set("lastUpdateTime", event.at());
        if (ENDS.contains(intent)) {
            row.set("endTime", event.at());
        }
    }

    private Row create(LoggedRecord event, JobRecord job) {
        var instance = job.getProcessInstanceKey();
        return new Row()
                .setKey("jobKey", event.key())
                .set("type", job.getType())
                .set("worker", job.getWorker())
                .set("kind", job.getJobKind().name())
                .set("listenerEventType", job.getJobListenerEventType().name())
                .set("customHeaders", job.getCustomHeaders())
                .set("deadline", null)
                .set("isDenied", false)
                .set("deniedReason", null)
                .set("endTime", null)
                .set("creationTime", event.at())
                .set("processDefinitionId", job.getBpmnProcessId())
                .setKey("processDefinitionKey", job.getProcessDefinitionKey())
                .setKey("processInstanceKey", instance)
                .setKey("rootProcessInstanceKey", instances.root(instance))
                .setKey("elementInstanceKey", job.getElementInstanceKey())
                .set("tenantId", job.getTenantId());
    }

    private void activated(JobBatchRecord batch) {
        var keys = batch.jobKeys().iterator();
        batch.jobs().forEach(job -> {
            var row = rows.get(keys.next().getValue());
            if (row != null) {
                row.set("worker", job.getWorker()).set("deadline", Instant.ofEpochMilli(job.getDeadline()));
            }
        });
    }

    @Override
    public Collection<Row> rows() {
        return rows.values();
    }
}
