package de.amtsfluss.processes;

import de.amtsfluss.processes.Vorgaenge.NewVorgang;
import de.amtsfluss.processes.Vorgaenge.Opened;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Opens the Vorgang of the model {@code probe} as a worker of a procedure would. */
@Component
public class Probe implements JobHandler<Probe.Input> {

    public static final Akteur PRUEFERIN = new Akteur("petra.mustermann", "Petra Mustermann", Set.of("probe"));
    public static final Akteur PRUEFER = new Akteur("peter.mustermann", "Peter Mustermann", Set.of("probe"));
    public static final Akteur FREMDER = new Akteur("fritz.mustermann", "Fritz Mustermann", Set.of("andere"));

    private final Vorgaenge vorgaenge;

    Probe(Vorgaenge vorgaenge) {
        this.vorgaenge = vorgaenge;
    }

    public static ProcessMessages.StartMessage start(AusloeserId ausloeser, String key) {
        return new ProcessMessages.StartMessage(ausloeser, "probe.gemeldet", key, Map.of("stueck", key));
    }

    @Override
    public String jobType() {
        return "probe.open";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var opened = vorgaenge.open(new NewVorgang(
                job.processInstanceKey(),
                job.verfahren(),
                "999-1",
                "Probe " + job.input().stueck(),
                AusloeserId.of(job.input().ausloeserId()),
                "sensor",
                Set.of("probe"),
                Map.of("stueck", job.input().stueck())));
        return new JobResult.Completed(Map.of("neu", opened instanceof Opened.ForThisProcess));
    }

    public record Input(String ausloeserId, String stueck) {}
}
