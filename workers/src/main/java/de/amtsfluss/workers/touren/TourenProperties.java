package de.amtsfluss.workers.touren;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the tours. All values are examples, to be set by the office; {@code cron} says how often tours are made
 * ({@code -} never).
 *
 * @param depot where vehicles leave and come back to
 * @param fahrzeuge the vehicles; two invented ones without it
 * @param faehigkeiten what a vehicle must be able to do for a fraction, where the order does not say it
 * @param sonstFaehigkeit the same for fractions that are not named
 * @param jeContainer how long a vehicle stops at a container
 * @param ruestzeit how long a crew needs before it leaves
 * @param vorBeginn how long before a vehicle can leave its tour is made
 * @param vorlauf how long before the earliest deadline a tour is made
 * @param auslastung the share of a vehicle's capacity from which on a tour is worth it
 * @param fastVollProzent from which level on a container without an order is worth a stop
 * @param fastVollMeter how far from the way it may lie
 * @param pause how long an order waits for its next tour after it was not done
 */
@ConfigurationProperties("amtsfluss.workers.touren")
record TourenProperties(
        @DefaultValue Depot depot,
        @Nullable List<Fahrzeug> fahrzeuge,
        @Nullable Map<String, String> faehigkeiten,
        @DefaultValue("Hecklader") String sonstFaehigkeit,
        @DefaultValue("4m") Duration jeContainer,
        @DefaultValue("15m") Duration ruestzeit,
        @DefaultValue("30m") Duration vorBeginn,
        @DefaultValue("4h") Duration vorlauf,
        @DefaultValue("0.8") double auslastung,
        @DefaultValue("60") double fastVollProzent,
        @DefaultValue("300") double fastVollMeter,
        @DefaultValue("2h") Duration pause) {

    /** Invented vehicles. */
    private static final List<Fahrzeug> EXAMPLES = List.of(
            example("Hecklader 1", 60_000, "Hecklader"),
            example("Hecklader 2", 60_000, "Hecklader"),
            example("Kranwagen 1", 30_000, "Kran"));

    private static final Map<String, String> EXAMPLE_SKILLS = Map.of("Glas", "Kran", "Textil", "Kran");

    /** The vehicles. */
    List<Fahrzeug> fuhrpark() {
        return fahrzeuge == null ? EXAMPLES : fahrzeuge;
    }

    /** What a vehicle must be able to do for the fraction. */
    String faehigkeit(String fraktion) {
        return (faehigkeiten == null ? EXAMPLE_SKILLS : faehigkeiten).getOrDefault(fraktion, sonstFaehigkeit);
    }

    private static Fahrzeug example(String name, int liter, String faehigkeit) {
        return new Fahrzeug(
                name,
                liter,
                Set.of(faehigkeit),
                LocalTime.of(6, 0),
                LocalTime.of(14, 30),
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY));
    }

    /**
     * The depot of the Umweltbetrieb; its coordinates are read off a map and to be confirmed.
     *
     * @param name its address
     * @param breite degrees north
     * @param laenge degrees east
     */
    record Depot(
            @DefaultValue("Umweltbetrieb, Eckendorfer Straße 57")
            String name,

            @DefaultValue("52.0346") double breite,
            @DefaultValue("8.5563") double laenge) {

        Punkt punkt() {
            return new Punkt(breite, laenge);
        }
    }
}
