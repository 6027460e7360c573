package de.amtsfluss.workers.geschaeftsgang;

import de.amtsfluss.processes.GeschaeftsgangAblauf;
import de.amtsfluss.processes.GeschaeftsgangAblauf.Auftrag;
import de.amtsfluss.processes.GeschaeftsgangId;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Begins the next Stufe of a Geschäftsgang: {@code geschaeftsgang.naechste}.
 *
 * <p>Gives {@code weiter}, which is false if none is left, {@code verfasser}, {@code schritte} and
 * {@code kenntnisnahmen}. No text that somebody entered is among them.
 */
@Component
class BeginStufe implements JobHandler<BeginStufe.Input> {

    private final GeschaeftsgangAblauf ablauf;

    BeginStufe(GeschaeftsgangAblauf ablauf) {
        this.ablauf = ablauf;
    }

    @Override
    public String jobType() {
        return "geschaeftsgang.naechste";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("weiter", "verfasser", "schritte", "kenntnisnahmen");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var stufe = ablauf.begin(
                GeschaeftsgangId.of(job.input().geschaeftsgangId()),
                job.processInstanceKey(),
                job.elementInstanceKey());
        return new JobResult.Completed(Map.of(
                "weiter", stufe.weiter(),
                "verfasser", stufe.verfasser(),
                "schritte", variables(stufe.schritte()),
                "kenntnisnahmen", variables(stufe.kenntnisnahmen())));
    }

    private static List<Map<String, @Nullable Object>> variables(List<Auftrag> auftraege) {
        return auftraege.stream().map(BeginStufe::variable).toList();
    }

    private static Map<String, @Nullable Object> variable(Auftrag auftrag) {
        var variable = new HashMap<String, @Nullable Object>();
        variable.put("id", auftrag.id().toString());
        variable.put("verfuegung", auftrag.verfuegung().name());
        variable.put("person", auftrag.person());
        variable.put("gruppen", auftrag.gruppen());
        variable.put("terminAm", text(auftrag.terminAm()));
        variable.put("wiedervorlageAm", text(auftrag.wiedervorlageAm()));
        return variable;
    }

    private static @Nullable String text(@Nullable OffsetDateTime moment) {
        return moment == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
    }

    /**
     * The variables of the job.
     *
     * @param geschaeftsgangId the Geschäftsgang
     */
    record Input(String geschaeftsgangId) {}
}
