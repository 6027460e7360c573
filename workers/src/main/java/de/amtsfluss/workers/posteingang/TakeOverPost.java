package de.amtsfluss.workers.posteingang;

import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.PosteingangAblauf;
import de.amtsfluss.processes.PosteingangAblauf.Uebernahme;
import de.amtsfluss.processes.PosteingangId;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Files post with the Vorgang that was ordered, or with a new one: {@code posteingang.uebernehmen}. Gives
 * {@code antragOffen}, true if the procedure of a new Vorgang still has to be begun with its form. An Akte that was
 * closed meanwhile is the business error {@code akteGeschlossen}.
 */
@Component
class TakeOverPost implements JobHandler<TakeOverPost.Input> {

    private final PosteingangAblauf ablauf;

    TakeOverPost(PosteingangAblauf ablauf) {
        this.ablauf = ablauf;
    }

    @Override
    public String jobType() {
        return "posteingang.uebernehmen";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("antragOffen");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var id = PosteingangId.of(job.input().posteingangId());
        return switch (ablauf.uebernehmen(id)) {
            case Uebernahme.Uebernommen taken -> new JobResult.Completed(Map.of("antragOffen", taken.antragOffen()));
            case Uebernahme.AkteGeschlossen ignored ->
                new JobResult.BusinessError(
                        "akteGeschlossen", "Expected to file the post '%s', but the Akte is closed".formatted(id));
        };
    }

    /**
     * The variables of the job.
     *
     * @param posteingangId the post
     */
    record Input(String posteingangId) {}
}
