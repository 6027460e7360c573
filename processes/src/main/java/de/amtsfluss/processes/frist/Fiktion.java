package de.amtsfluss.processes.frist;

import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.processes.Frist.Regime;
import de.amtsfluss.processes.Fristergebnis;
import de.amtsfluss.processes.Fristergebnis.Abgelehnt;
import de.amtsfluss.processes.Fristergebnis.Angabe;
import de.amtsfluss.processes.Fristergebnis.Berechnet;
import de.amtsfluss.processes.Fristergebnis.OhneFrist;
import de.amtsfluss.processes.Fristergebnis.Schritt;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies the row of the table {@code bekanntgabe} that decided to the days of one Bescheid. */
@Component
final class Fiktion {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Pattern NORM = Pattern.compile("\\(([^()]+)\\)\\s*$");

    private final Pruefung pruefung;
    private final Verschiebung verschiebung;
    private final Clock clock;

    Fiktion(Pruefung pruefung, Verschiebung verschiebung, Clock clock) {
        this.pruefung = pruefung;
        this.verschiebung = verschiebung;
        this.clock = clock;
    }

    /** The day of the Bekanntgabe by that row; the day of receipt is absent where nobody knows it. */
    Fristergebnis apply(Decided rule, LocalDate sent, @Nullable LocalDate received) {
        var event = rule.text("ereignis");
        var result = switch (event) {
            case "AUFGABE_ZUR_POST" -> fiction(rule, sent, received, "Aufgabe zur Post");
            case "ABSENDUNG" -> fiction(rule, sent, received, "Absendung");
            case "BEREITSTELLUNG" -> fiction(rule, sent, received, "Bereitstellung im Postfach");
            case "ABRUF" -> retrieval(rule, sent, received);
            case "ZUSTELLUNG" -> service(rule, sent);
            case "PRUEFEN" -> new Abgelehnt(Angabe.VERSANDART, rule.sentence());
            default ->
                throw new IllegalStateException("Expected table '%s' to name an event that is known, but it names '%s'"
                        .formatted(rule.decision(), event));
        };
        return result instanceof Berechnet computed
                ? pruefung.end(computed.ende())
                        .<Fristergebnis>map(mangel -> new Abgelehnt(Angabe.VERSANDT_AM, mangel.satz()))
                        .orElse(computed)
                : result;
    }

    /** The paragraph that the annotation of the row ends with. */
    static @Nullable String norm(Decided rule) {
        if (rule.rules().isEmpty()) {
            return null;
        }
        var matcher = NORM.matcher(rule.rules().getFirst().annotation());
        return matcher.find() ? matcher.group(1) : null;
    }

    private Fristergebnis fiction(Decided rule, LocalDate sent, @Nullable LocalDate received, String event) {
        var steps = new ArrayList<Schritt>();
        steps.add(Satz.schritt("%s am %s".formatted(event, Satz.tag(sent)), sent, null));
        var day = sent.plusDays(rule.number("fiktionTage").intValueExact());
        var norm = norm(rule);
        steps.add(counts(rule, day));
        (moves(rule)
                        ? verschiebung.forward(day, "bekannt gegeben ist der Bescheid", norm)
                        : verschiebung.stays(day, "der Tag der Bekanntgabe"))
                .ifPresent(steps::add);
        if (received != null && received.isAfter(steps.getLast().am())) {
            steps.add(Satz.schritt(
                    "Der Bescheid ist erst am %s zugegangen; dieser spätere Tag zählt".formatted(Satz.tag(received)),
                    received,
                    norm));
        }
        return new Berechnet(steps.getLast().am(), steps);
    }

    /**
     * The day after retrieval (§ 41 Abs. 2a VwVfG NRW). That the days for it end on a working day follows § 31 Abs. 3;
     * the Rechtsamt has to confirm it.
     */
    private Fristergebnis retrieval(Decided rule, LocalDate sent, @Nullable LocalDate received) {
        var days = rule.number("abrufTage").intValueExact();
        var steps = new ArrayList<Schritt>();
        steps.add(Satz.schritt("Benachrichtigung über die Bereitstellung am %s".formatted(Satz.tag(sent)), sent, null));
        var last = sent.plusDays(days);
        steps.add(Satz.schritt(
                "Der Bescheid kann %d Tage lang abgerufen werden, bis %s".formatted(days, Satz.tag(last)),
                last,
                norm(rule)));
        verschiebung
                .forward(
                        last,
                        "abgerufen werden kann er",
                        Verweis.of(Regime.VWVFG).verschiebung())
                .ifPresent(steps::add);
        return retrieved(rule, steps, received);
    }

    private Fristergebnis retrieved(Decided rule, List<Schritt> steps, @Nullable LocalDate received) {
        var last = steps.getLast().am();
        if (received == null && !LocalDate.now(clock.withZone(BERLIN)).isAfter(last)) {
            return new OhneFrist(
                    "Der Bescheid ist noch nicht abgerufen und deshalb noch nicht bekannt gegeben.", steps);
        }
        if (received == null || received.isAfter(last)) {
            return new OhneFrist(
                    "Der Bescheid wurde bis %s nicht abgerufen und ist deshalb nicht bekannt gegeben."
                            .formatted(Satz.tag(last)),
                    steps);
        }
        steps.add(Satz.schritt("Abruf am %s".formatted(Satz.tag(received)), received, null));
        var day = received.plusDays(rule.number("fiktionTage").intValueExact());
        steps.add(counts(rule, day));
        verschiebung.stays(day, "der Tag der Bekanntgabe").ifPresent(steps::add);
        return new Berechnet(day, steps);
    }

    private static Fristergebnis service(Decided rule, LocalDate served) {
        return new Berechnet(served, List.of(counts(rule, served)));
    }

    private static Schritt counts(Decided rule, LocalDate day) {
        return Satz.schritt(
                "Der Bescheid gilt %s als bekannt gegeben: %s".formatted(rule.text("zeitpunkt"), Satz.tag(day)),
                day,
                norm(rule));
    }

    private static boolean moves(Decided rule) {
        return Boolean.TRUE.equals(rule.single().get("verschiebung"));
    }
}
