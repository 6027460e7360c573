package de.amtsfluss.workers.antraege;

import de.amtsfluss.processes.Abgaben;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.VorgangId;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Hands a matter over to another office: {@code antraege.abgeben}. Headers: {@code verfahren}, the procedure of the
 * other office, and {@code felder}, the data it needs to know, separated by commas.
 */
@Component
class HandOver implements JobHandler<HandOver.Input> {

    private final Abgaben abgaben;

    HandOver(Abgaben abgaben) {
        this.abgaben = abgaben;
    }

    @Override
    public String jobType() {
        return "antraege.abgeben";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var felder = Arrays.stream(job.header("felder").split(","))
                .map(String::strip)
                .collect(Collectors.toSet());
        abgaben.abgeben(VorgangId.of(job.input().vorgangId()), job.header("verfahren"), felder);
        return JobResult.completed();
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang that is handed over
     */
    record Input(String vorgangId) {}
}
