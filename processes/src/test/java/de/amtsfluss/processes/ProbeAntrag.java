package de.amtsfluss.processes;

import java.util.Map;
import org.springframework.stereotype.Component;

/** The worker of the model {@code antrag-probe}. */
@Component
public class ProbeAntrag implements JobHandler<ProbeAntrag.Input> {

    private final Vorgaenge vorgaenge;

    ProbeAntrag(Vorgaenge vorgaenge) {
        this.vorgaenge = vorgaenge;
    }

    @Override
    public String jobType() {
        return "probe.begin";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var begun = vorgaenge.begin(VorgangId.of(job.input().vorgangId()), job.processInstanceKey());
        return new JobResult.Completed(Map.of("neu", begun));
    }

    public record Input(String vorgangId) {}
}
