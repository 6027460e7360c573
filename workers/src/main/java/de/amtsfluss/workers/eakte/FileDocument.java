package de.amtsfluss.workers.eakte;

import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import org.springframework.stereotype.Component;

/** Files a document with its Vorgang: {@code eakte.file}. */
@Component
class FileDocument implements JobHandler<FileDocument.Input> {

    private final Dokumente dokumente;

    FileDocument(Dokumente dokumente) {
        this.dokumente = dokumente;
    }

    @Override
    public String jobType() {
        return "eakte.file";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job<Input> job) {
        dokumente.file(DokumentId.of(job.input().dokumentId()));
        return JobResult.completed();
    }

    /**
     * The variables of the job.
     *
     * @param dokumentId the draft to file
     */
    record Input(String dokumentId) {}
}
