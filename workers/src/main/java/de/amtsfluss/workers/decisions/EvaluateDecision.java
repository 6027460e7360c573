package de.amtsfluss.workers.decisions;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.processes.AusloeserId;
import de.amtsfluss.processes.Entscheidung;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Entscheidungen.Outcome;
import de.amtsfluss.processes.Entscheidungen.Question;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Decides by table about a Vorgang and keeps the reason at it: {@code decision.evaluate}.
 *
 * <p>Headers: {@code decision}, the id of the decision, and, where it must not follow later releases, {@code version},
 * the version of the table. The table gets the data of the Vorgang and, before them, the context {@code fakten} of the
 * model; what has no Vorgang yet, such as post that comes in, is decided about by its {@code ausloeserId} and these
 * facts alone, of which none may be personal. The day that counts for rates and thresholds is the fact
 * {@code stichtag}. Gives {@code entscheidung}: the outputs of the row, or the list of rows of a table that gives
 * several.
 *
 * <p>A table that cannot decide is the business error {@code nichtEntschieden}. Its sentence may name values of the
 * Vorgang, so the engine and the log only learn that it happened.
 */
@Component
class EvaluateDecision implements JobHandler<EvaluateDecision.Input> {

    private static final Logger log = LoggerFactory.getLogger(EvaluateDecision.class);

    private final Entscheidungen entscheidungen;
    private final Vorgaenge vorgaenge;

    EvaluateDecision(Entscheidungen entscheidungen, Vorgaenge vorgaenge) {
        this.entscheidungen = entscheidungen;
        this.vorgaenge = vorgaenge;
    }

    @Override
    public String jobType() {
        return "decision.evaluate";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("entscheidung");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var table = new DecisionId(job.header("decision"));
        return switch (decide(job, table)) {
            case Outcome.Made made -> new JobResult.Completed(Map.of("entscheidung", result(made.entscheidung())));
            case Outcome.NotMade not -> {
                var sentence =
                        "Expected table '%s' to decide about %s, but it could not".formatted(table, about(job.input()));
                log.warn(sentence);
                yield new JobResult.BusinessError("nichtEntschieden", sentence);
            }
        };
    }

    private Outcome decide(Job<Input> job, DecisionId table) {
        var vorgang = job.input().vorgangId();
        if (vorgang != null) {
            var id = VorgangId.of(vorgang);
            return entscheidungen.decide(id(job), id, new Question(table, version(job), facts(id, job.input())));
        }
        var ausloeser = job.input().ausloeserId();
        if (ausloeser == null) {
            throw new IllegalStateException(
                    "Expected the model '%s' to give a vorgangId or an ausloeserId, but it gives neither"
                            .formatted(job.verfahren()));
        }
        var fakten = Objects.requireNonNullElse(job.input().fakten(), Map.<String, @Nullable Object>of());
        return entscheidungen.decide(id(job), AusloeserId.of(ausloeser), new Question(table, version(job), fakten));
    }

    private static String about(Input input) {
        return input.vorgangId() == null ? "Ausloeser " + input.ausloeserId() : "Vorgang " + input.vorgangId();
    }

    private static @Nullable Integer version(Job<?> job) {
        var version = job.headers().get("version");
        try {
            return version == null ? null : Integer.valueOf(version);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(
                    "Expected the model '%s' to give a number as the header 'version', but it gives '%s'"
                            .formatted(job.verfahren(), version),
                    e);
        }
    }

    private Map<String, @Nullable Object> facts(VorgangId id, Input input) {
        var vorgang = vorgaenge.require(id, "decide about");
        var facts = new HashMap<String, @Nullable Object>(vorgang.daten());
        if (input.fakten() != null) {
            facts.putAll(input.fakten());
        }
        return facts;
    }

    private static Object result(Entscheidung entscheidung) {
        return entscheidung.ergebnisse().size() == 1 ? entscheidung.ergebnisse().getFirst() : entscheidung.ergebnisse();
    }

    /** The same for each attempt of the step, so that a repeat decides nothing else. */
    private static UUID id(Job<?> job) {
        var name = "decision.evaluate:" + job.elementInstanceKey();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang, absent before there is one
     * @param ausloeserId what may become a Vorgang
     * @param fakten facts the process knows, by the names the table uses
     */
    record Input(
            @Nullable String vorgangId,
            @Nullable String ausloeserId,
            @Nullable Map<String, @Nullable Object> fakten) {}
}
