package de.amtsfluss.workers.touren;

import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells the orders of a tour what became of them: {@code touren.melden}. Gives {@code ergebnis}: {@code gefahren} or
 * {@code teilweiseGefahren}. Answers that cannot be right are the business error {@code HALT_UNKLAR}, and nobody is
 * told anything; the Vorgang says why as {@code hinweis}.
 */
@Component
class ReportTour implements JobHandler<ReportTour.Input> {

    private final Tourverlauf verlauf;
    private final Vorgaenge vorgaenge;

    ReportTour(Tourverlauf verlauf, Vorgaenge vorgaenge) {
        this.verlauf = verlauf;
        this.vorgaenge = vorgaenge;
    }

    @Override
    public String jobType() {
        return "touren.melden";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("ergebnis");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var tour = UUID.fromString(job.input().tourId());
        var vorgang = VorgangId.of(job.input().vorgangId());
        return switch (job.input().rueckmeldung().read(Set.copyOf(verlauf.numbers(tour)))) {
            case Rueckmeldung.Gelesen.Unklar unklar -> {
                vorgaenge.supplement(vorgang, Map.of("hinweis", unklar.satz()));
                yield new JobResult.BusinessError("HALT_UNKLAR", "The answers name no stops that can be right");
            }
            case Rueckmeldung.Gelesen.Klar klar -> {
                boolean all = verlauf.end(tour, klar.gruende());
                vorgaenge.supplement(vorgang, done(klar));
                yield new JobResult.Completed(Map.of("ergebnis", all ? "gefahren" : "teilweiseGefahren"));
            }
        };
    }

    private static Map<String, @Nullable Object> done(Rueckmeldung.Gelesen.Klar klar) {
        var daten = new HashMap<String, @Nullable Object>();
        daten.put("hinweis", null);
        daten.put("nichtGeleert", klar.gruende().size());
        return daten;
    }

    /**
     * The variables of the job; numbers of stops are separated by commas.
     *
     * @param tourId the tour
     * @param vorgangId its Vorgang
     * @param alleGeleert whether all containers were emptied
     * @param zugeparkteHalte the stops that could not be reached
     * @param beschaedigteHalte the stops whose container is damaged
     * @param falschBefuellteHalte the stops whose container is filled with something else
     * @param uebrigeHalte the stops that were not done for another reason
     */
    record Input(
            String tourId,
            String vorgangId,
            boolean alleGeleert,
            @Nullable String zugeparkteHalte,
            @Nullable String beschaedigteHalte,
            @Nullable String falschBefuellteHalte,
            @Nullable String uebrigeHalte) {

        private Rueckmeldung rueckmeldung() {
            return new Rueckmeldung(
                    alleGeleert, zugeparkteHalte, beschaedigteHalte, falschBefuellteHalte, uebrigeHalte);
        }
    }
}
