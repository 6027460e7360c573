package de.amtsfluss.workers.fristen;

import de.amtsfluss.processes.Frist;
import de.amtsfluss.processes.Frist.Versandart;
import de.amtsfluss.processes.Fristen;
import de.amtsfluss.processes.Fristergebnis;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Computes the end of a period for a timer and writes its steps to the Vorgang: {@code fristen.berechnen}.
 *
 * <p>Headers: {@code frist}, its name in the data of the Vorgang; {@code art}, which is {@code bekanntgabe} for the day
 * a Bescheid counts as announced, or {@code ablauf} for a period from today; {@code regime}; for an {@code ablauf} also
 * {@code zahl} and {@code einheit}. Gives {@code fristEndeAm}, the day, and {@code fristEndeUm}, its end as a point in
 * time.
 */
@Component
class ComputeFrist implements JobHandler<ComputeFrist.Input> {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");

    private final Fristen fristen;
    private final Vorgaenge vorgaenge;
    private final Clock clock;

    ComputeFrist(Fristen fristen, Vorgaenge vorgaenge, Clock clock) {
        this.fristen = fristen;
        this.vorgaenge = vorgaenge;
        this.clock = clock;
    }

    @Override
    public String jobType() {
        return "fristen.berechnen";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("fristEndeAm", "fristEndeUm");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        return switch (fristen.compute(frist(job))) {
            case Fristergebnis.Berechnet berechnet -> {
                keep(job, berechnet);
                yield new JobResult.Completed(Map.of(
                        "fristEndeAm", berechnet.ende().toString(),
                        "fristEndeUm", berechnet.endetUm().toString()));
            }
            case Fristergebnis.OhneFrist ohne -> throw new IllegalStateException(refusal(job, ohne.grund()));
            case Fristergebnis.Abgelehnt not ->
                throw new IllegalStateException(
                        refusal(job, not.maengel().getFirst().satz()));
        };
    }

    private Frist frist(Job<Input> job) {
        return switch (job.header("art")) {
            case "bekanntgabe" ->
                new Frist.Bekanntgabe(Headers.regime(job).verfahren(), versandart(job), versandtAm(job), null);
            case "ablauf" -> new Frist.Ablauf(Headers.regel(job), LocalDate.now(clock.withZone(OFFICE)));
            default -> throw new IllegalStateException(refusal(job, "art is '%s'".formatted(job.header("art"))));
        };
    }

    /** A day that was not recorded is no day at all: nothing counts as announced then. */
    private static @Nullable LocalDate versandtAm(Job<Input> job) {
        var day = job.input().versandtAm();
        return day == null ? null : LocalDate.parse(day);
    }

    private static Versandart versandart(Job<Input> job) {
        return switch (String.valueOf(job.input().versandweg())) {
            case "BRIEF" -> Versandart.POST;
            case "POSTFACH" -> Versandart.POSTFACH;
            case "EMAIL" -> Versandart.ELEKTRONISCH;
            default ->
                throw new IllegalStateException(
                        refusal(job, "versandweg is '%s'".formatted(job.input().versandweg())));
        };
    }

    private void keep(Job<Input> job, Fristergebnis.Berechnet berechnet) {
        List<Map<String, Object>> schritte = berechnet.schritte().stream()
                .map(schritt -> Map.<String, Object>of(
                        "satz", schritt.satz(), "am", schritt.am().toString()))
                .toList();
        vorgaenge.supplement(
                VorgangId.of(job.input().vorgangId()),
                Map.of(job.header("frist"), Map.of("endeAm", berechnet.ende().toString(), "schritte", schritte)));
    }

    private static String refusal(Job<?> job, String reason) {
        return "Expected a Frist '%s' in '%s', but: %s".formatted(job.header("frist"), job.verfahren(), reason);
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     * @param versandtAm the day a Bescheid was sent
     * @param versandweg how
     */
    record Input(
            String vorgangId,
            @Nullable String versandtAm,
            @Nullable String versandweg) {}
}
