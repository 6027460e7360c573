package de.amtsfluss.workers.posteingang;

import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.PosteingangAblauf;
import de.amtsfluss.processes.PosteingangId;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Makes an office responsible for post: {@code posteingang.zuordnen}. Gives its {@code gruppen}, and as
 * {@code bearbeiter} the login name of who works on the Vorgang that the post names, or an empty text.
 */
@Component
class AssignPost implements JobHandler<AssignPost.Input> {

    private final PosteingangAblauf ablauf;

    AssignPost(PosteingangAblauf ablauf) {
        this.ablauf = ablauf;
    }

    @Override
    public String jobType() {
        return "posteingang.zuordnen";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("gruppen", "bearbeiter");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var responsible = ablauf.zuordnen(
                PosteingangId.of(job.input().posteingangId()), job.input().stelle());
        return new JobResult.Completed(
                Map.of("gruppen", responsible.sortiert(), "bearbeiter", responsible.bearbeiter()));
    }

    /**
     * The variables of the job.
     *
     * @param posteingangId the post
     * @param stelle the group, or {@code vorgang} for that of the Vorgang
     */
    record Input(String posteingangId, String stelle) {}
}
