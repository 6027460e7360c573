package de.amtsfluss.workers.fristen;

import de.amtsfluss.processes.Bearbeitungsfristen;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.VorgangId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Finds out whether somebody has to be told of the end of a Bearbeitungsfrist: {@code fristen.pruefen}. Header
 * {@code stufen}: how many working days from the end each stage is, with commas between, below 0 before the end. Gives
 * {@code anlass}: {@code keiner}, {@code erinnerung} or {@code eskalation}.
 */
@Component
class CheckFrist implements JobHandler<CheckFrist.Input> {

    private static final Pattern COMMA = Pattern.compile(",");

    private final Bearbeitungsfristen bearbeitungsfristen;

    CheckFrist(Bearbeitungsfristen bearbeitungsfristen) {
        this.bearbeitungsfristen = bearbeitungsfristen;
    }

    @Override
    public String jobType() {
        return "fristen.pruefen";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("anlass");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var anlass =
                bearbeitungsfristen.check(VorgangId.of(job.input().vorgangId()), stufen(job), job.elementInstanceKey());
        return new JobResult.Completed(Map.of("anlass", anlass.name().toLowerCase(Locale.ROOT)));
    }

    private static List<Integer> stufen(Job<Input> job) {
        return COMMA.splitAsStream(job.header("stufen"))
                .map(stufe -> Integer.valueOf(stufe.strip()))
                .toList();
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     */
    record Input(String vorgangId) {}
}
