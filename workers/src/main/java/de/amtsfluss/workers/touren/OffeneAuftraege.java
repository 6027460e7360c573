package de.amtsfluss.workers.touren;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.Vorgang;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads the open orders of the procedure {@code container-leeren} from their Vorgaenge. */
@Component
class OffeneAuftraege {

    private static final Logger log = LoggerFactory.getLogger(OffeneAuftraege.class);

    /** The planning sees what the depot sees. */
    private static final Akteur DEPOT = new Akteur("system.touren", "Tourplanung", Set.of("betriebshof"));

    private static final int PAGE = 200;

    private final Vorgaenge vorgaenge;
    private final TourenProperties properties;

    OffeneAuftraege(Vorgaenge vorgaenge, TourenProperties properties) {
        this.vorgaenge = vorgaenge;
        this.properties = properties;
    }

    /** All of them; one that cannot be read stays a task on its own. */
    List<Offen> all() {
        var all = new ArrayList<Offen>();
        for (int page = 0; ; page++) {
            var found = vorgaenge.list(
                    new Vorgaenge.Query(Vorgang.Status.OFFEN, "container-leeren", null, page * PAGE, PAGE), DEPOT);
            found.forEach(vorgang -> read(vorgang).ifPresent(all::add));
            if (found.size() < PAGE) {
                return all;
            }
        }
    }

    private Optional<Offen> read(Vorgang vorgang) {
        try {
            var daten = vorgang.daten();
            var ort = text(daten, "ort");
            var fraktion = text(daten, "fraktion");
            var buendel = new Buendel(fraktion, text(daten, "bezirk"));
            return Optional.of(new Offen(buendel, leerung(vorgang, ort, fraktion)));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            log.warn("Expected to plan the order of Vorgang {}, but its data cannot be read", vorgang.id());
            return Optional.empty();
        }
    }

    private Leerung leerung(Vorgang vorgang, String ort, String fraktion) {
        var daten = vorgang.daten();
        var ausloeser = vorgang.ausloeser();
        if (ausloeser == null) {
            throw new IllegalArgumentException("Expected an order with an Ausloeser, but it has none");
        }
        return new Leerung(
                text(daten, "containerId"),
                ort,
                new Punkt(
                        number(daten, "breite").doubleValue(),
                        number(daten, "laenge").doubleValue()),
                number(daten, "volumenLiter").intValue(),
                number(daten, "fuellstandProzent").doubleValue(),
                daten.get("fahrzeug") instanceof String named ? named : properties.faehigkeit(fraktion),
                new Leerung.Auftrag(
                        ausloeser,
                        vorgang.aktenzeichen(),
                        Instant.parse(text(daten, "fristAm")),
                        "sofort".equals(daten.get("massnahme")),
                        daten.get("prioritaet") instanceof Number given ? given.intValue() : 0));
    }

    private static String text(Map<String, @Nullable Object> daten, String name) {
        if (daten.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("Expected the text '%s', but it is missing".formatted(name));
    }

    private static Number number(Map<String, @Nullable Object> daten, String name) {
        if (daten.get(name) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("Expected the number '%s', but it is missing".formatted(name));
    }

    /**
     * What is bundled together.
     *
     * @param fraktion the kind of waste
     * @param bezirk the district (Stadtbezirk)
     */
    record Buendel(String fraktion, String bezirk) {}

    /**
     * An open order.
     *
     * @param buendel what it is bundled with
     * @param leerung the container
     */
    record Offen(Buendel buendel, Leerung leerung) {}
}
