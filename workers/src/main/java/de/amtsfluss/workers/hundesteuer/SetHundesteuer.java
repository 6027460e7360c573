package de.amtsfluss.workers.hundesteuer;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.processes.Entscheidung;
import de.amtsfluss.processes.Entscheidungen;
import de.amtsfluss.processes.Entscheidungen.Outcome;
import de.amtsfluss.processes.Entscheidungen.Question;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.workers.hundesteuer.Festsetzung.Befreiung;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sets the tax and keeps it with the Vorgang: {@code hundesteuer.festsetzen}. Header: {@code decision}, the table of
 * the rates; an exemption is that of table {@code hundesteuerBefreiung}. Input is {@code befreiungGewaehrt}. Gives
 * {@code steuerfrei}; the amounts stay with the Vorgang (§ 30 AO).
 */
@Component
class SetHundesteuer implements JobHandler<SetHundesteuer.Input> {

    private static final ZoneId OFFICE = ZoneId.of("Europe/Berlin");
    private static final DecisionId BEFREIUNG = new DecisionId("hundesteuerBefreiung");

    /** Number and year at the end of a reference. */
    private static final Pattern NUMBER = Pattern.compile(".*/(\\d+)-(\\d{4})");

    private final Vorgaenge vorgaenge;
    private final Entscheidungen entscheidungen;
    private final Clock clock;

    SetHundesteuer(Vorgaenge vorgaenge, Entscheidungen entscheidungen, Clock clock) {
        this.vorgaenge = vorgaenge;
        this.entscheidungen = entscheidungen;
        this.clock = clock;
    }

    @Override
    public String jobType() {
        return "hundesteuer.festsetzen";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("steuerfrei");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var id = VorgangId.of(job.input().vorgangId());
        var vorgang = vorgaenge.require(id, "set the tax of");
        var anmeldung = new Anmeldung(vorgang.daten());
        var heute = LocalDate.now(clock.withZone(OFFICE));
        var gewaehrt = job.input().befreiungGewaehrt();
        var befreiung = gewaehrt ? befreiung(job, vorgang) : Befreiung.NONE;
        var festsetzung =
                Festsetzung.of(anmeldung, befreiung, (anzahl, stichtag) -> satz(job, vorgang, anzahl, stichtag), heute);
        var daten = new HashMap<>(festsetzung.daten());
        daten.put("kassenzeichen", kassenzeichen(vorgang));
        daten.put("befreiungBeantragt", anmeldung.befreiungBeantragt());
        daten.put("befreiungGewaehrt", gewaehrt);
        daten.put(
                "ablehnungsgrund", anmeldung.befreiungBeantragt() && !gewaehrt ? ablehnungsgrund(job, vorgang) : null);
        vorgaenge.supplement(id, Map.of("festsetzung", daten));
        return new JobResult.Completed(Map.of("steuerfrei", festsetzung.betrag().signum() == 0));
    }

    private Befreiung befreiung(Job<?> job, Vorgang vorgang) {
        var facts = vorgang.daten();
        var decided = decide(job, vorgang, BEFREIUNG, "befreiung", facts);
        return new Befreiung(
                ((Number) value(decided, "anteilProzent")).intValue(), (Boolean) value(decided, "zaehltMit"));
    }

    /** What the clerk wrote, or what the table says: a decision that burdens says why (§ 121 AO). */
    private String ablehnungsgrund(Job<?> job, Vorgang vorgang) {
        return vorgang.daten().get("befreiungBegruendung") instanceof String text && !text.isBlank()
                ? text
                : decide(job, vorgang, BEFREIUNG, "ablehnung", vorgang.daten()).begruendung();
    }

    private BigDecimal satz(Job<?> job, Vorgang vorgang, int anzahl, LocalDate stichtag) {
        var facts = Map.of("anzahlHunde", anzahl, "stichtag", stichtag.toString());
        return new BigDecimal(
                value(decide(job, vorgang, new DecisionId(job.header("decision")), stichtag.toString(), facts), "satz")
                        .toString());
    }

    private Entscheidung decide(
            Job<?> job, Vorgang vorgang, DecisionId table, String what, Map<String, ? extends @Nullable Object> facts) {
        var name = "%s:%s:%d:%s".formatted(jobType(), table.value(), job.elementInstanceKey(), what);
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return switch (entscheidungen.decide(id, vorgang.id(), new Question(table, facts))) {
            case Outcome.Made made -> made.entscheidung();
            // What the table says of its reasons may name data of the Vorgang.
            case Outcome.NotMade not ->
                throw new IllegalStateException("Expected table '%s' to decide about Vorgang '%s', but it could not"
                        .formatted(table, vorgang.id()));
        };
    }

    private static Object value(Entscheidung entscheidung, String name) {
        var value = entscheidung.ergebnisse().getFirst().get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "Expected table '%s' to give '%s', but it does not".formatted(entscheidung.tabelle(), name));
        }
        return value;
    }

    /** By which the Kasse finds the payment: HS for Hundesteuer, year and running number of the reference. */
    private static String kassenzeichen(Vorgang vorgang) {
        var number = NUMBER.matcher(vorgang.aktenzeichen());
        if (!number.matches()) {
            throw new IllegalStateException(
                    "Expected a reference with number and year, but found '%s'".formatted(vorgang.aktenzeichen()));
        }
        return "HS-%s-%s".formatted(number.group(2), number.group(1));
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     * @param befreiungGewaehrt whether the dog is exempt, or the tax reduced, as the table says
     */
    record Input(String vorgangId, boolean befreiungGewaehrt) {}
}
