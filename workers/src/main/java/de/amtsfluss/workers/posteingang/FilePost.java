package de.amtsfluss.workers.posteingang;

import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.PosteingangAblauf;
import de.amtsfluss.processes.PosteingangId;
import org.springframework.stereotype.Component;

/** Files post without a Vorgang: {@code posteingang.ablegen}. */
@Component
class FilePost implements JobHandler<FilePost.Input> {

    private final PosteingangAblauf ablauf;

    FilePost(PosteingangAblauf ablauf) {
        this.ablauf = ablauf;
    }

    @Override
    public String jobType() {
        return "posteingang.ablegen";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job<Input> job) {
        ablauf.ablegen(PosteingangId.of(job.input().posteingangId()));
        return JobResult.completed();
    }

    /**
     * The variables of the job.
     *
     * @param posteingangId the post
     */
    record Input(String posteingangId) {}
}
