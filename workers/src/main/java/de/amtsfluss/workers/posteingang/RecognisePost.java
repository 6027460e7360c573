package de.amtsfluss.workers.posteingang;

import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.PosteingangAblauf;
import de.amtsfluss.processes.PosteingangId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Recognises what post is about: {@code posteingang.erkennen}. Gives {@code neu}, false if the post is in another
 * process already, and {@code fakten} for the decision table.
 */
@Component
class RecognisePost implements JobHandler<RecognisePost.Input> {

    private final PosteingangAblauf ablauf;

    RecognisePost(PosteingangAblauf ablauf) {
        this.ablauf = ablauf;
    }

    @Override
    public String jobType() {
        return "posteingang.erkennen";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("neu", "fakten");
    }

    /** Reading one file may take half a minute. */
    @Override
    public Duration timeout() {
        return Duration.ofMinutes(10);
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var found = ablauf.erkennen(PosteingangId.of(job.input().posteingangId()), job.processInstanceKey());
        return new JobResult.Completed(Map.of("neu", found.neu(), "fakten", found.fakten()));
    }

    /**
     * The variables of the job.
     *
     * @param posteingangId the post
     */
    record Input(String posteingangId) {}
}
