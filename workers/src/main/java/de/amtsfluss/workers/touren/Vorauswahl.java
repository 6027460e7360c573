package de.amtsfluss.workers.touren;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Keeps the search for routes to what the vehicles can do. Of many more orders than that, as there are after the
 * sensors' network was away, the most urgent are looked at; the others wait for later tours.
 *
 * @param jeContainer how long a vehicle stops at a container
 */
record Vorauswahl(Duration jeContainer) {

    /** So many times what the vehicles could take, so that there is a choice. */
    private static final double CHOICE = 1.5;

    private static final Comparator<Leerung> MOST_URGENT = Comparator.comparing(
                    Leerung::sofort, Comparator.reverseOrder())
            .thenComparing(Vorauswahl::frist)
            .thenComparing(Vorauswahl::prioritaet, Comparator.reverseOrder())
            .thenComparing(Leerung::containerId);

    /** Those that are worth a search, by their numbers; all if they are not too many. */
    List<Leerung> of(Collection<Leerung> leerungen, Collection<Einsatz> einsaetze) {
        return leerungen.stream().collect(Collectors.groupingBy(Leerung::faehigkeit)).entrySet().stream()
                .flatMap(group -> mostUrgent(group.getValue(), room(group.getKey(), einsaetze)).stream())
                .sorted(Comparator.comparing(Leerung::containerId))
                .toList();
    }

    private static List<Leerung> mostUrgent(List<Leerung> leerungen, Room room) {
        var chosen = new ArrayList<Leerung>();
        var liter = 0L;
        for (var leerung : leerungen.stream().sorted(MOST_URGENT).toList()) {
            if (chosen.size() >= CHOICE * room.stops() || liter >= CHOICE * room.liter()) {
                break;
            }
            chosen.add(leerung);
            liter += leerung.ladungLiter();
        }
        return chosen;
    }

    /** More than the vehicles with the skill can take in any case, since it leaves out the driving. */
    private Room room(String faehigkeit, Collection<Einsatz> einsaetze) {
        var able = einsaetze.stream()
                .filter(einsatz -> einsatz.fahrzeug().faehigkeiten().contains(faehigkeit))
                .toList();
        return new Room(
                able.stream()
                        .mapToLong(einsatz -> 1
                                + Duration.between(einsatz.ab(), einsatz.bis()).dividedBy(jeContainer))
                        .sum(),
                able.stream().mapToLong(einsatz -> einsatz.fahrzeug().liter()).sum());
    }

    private record Room(long stops, long liter) {}

    private static Instant frist(Leerung leerung) {
        var auftrag = leerung.auftrag();
        return auftrag == null ? Instant.MAX : auftrag.fristAm();
    }

    private static int prioritaet(Leerung leerung) {
        var auftrag = leerung.auftrag();
        return auftrag == null ? 0 : auftrag.prioritaet();
    }
}
