package de.amtsfluss.processes.frist;

import de.amtsfluss.processes.Fristergebnis.Schritt;
import de.amtsfluss.processes.Fristuhr.Pause;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The days of a period that may stand.
 *
 * @param lauf the period as if it never stood
 * @param pausen when it stood
 * @param counts which days it is counted in
 * @param knows which days the calendar knows
 */
record Tagekonto(Zaehlung.Lauf lauf, List<Pause> pausen, Predicate<LocalDate> counts, Predicate<LocalDate> knows) {

    /** How many days the period has. */
    int budget() {
        return Math.toIntExact(
                lauf.first().datesUntil(lauf.ende().plusDays(1)).filter(counts).count());
    }

    /** How many of them had passed when a day began. */
    int before(LocalDate day) {
        if (!day.isAfter(lauf.first())) {
            return 0;
        }
        var passed =
                lauf.first().datesUntil(day).filter(this::uses).limit(budget()).count();
        return Math.toIntExact(passed);
    }

    /** The day on which the last one is used up, or the first day beyond what the calendar knows. */
    LocalDate last() {
        var left = budget();
        var day = lauf.first();
        while (knows.test(day)) {
            if (uses(day) && --left == 0) {
                return day;
            }
            day = day.plusDays(1);
        }
        return day;
    }

    boolean stands(LocalDate day) {
        return pausen.stream().anyMatch(pause -> !day.isBefore(pause.von()) && !day.isAfter(pause.bis()));
    }

    /** How the period was counted, and when it stood. */
    List<Schritt> steps() {
        var steps = new ArrayList<>(lauf.schritte());
        pausen.forEach(pause -> steps.add(step(pause)));
        return steps;
    }

    private static Schritt step(Pause pause) {
        var days = ChronoUnit.DAYS.between(pause.von(), pause.bis()) + 1;
        var text = days == 1
                ? "Die Uhr stand am %s: %s".formatted(Satz.tag(pause.von()), pause.grund())
                : "Die Uhr stand vom %s bis %s, %d Tage: %s"
                        .formatted(Satz.datum(pause.von()), Satz.datum(pause.bis()), days, pause.grund());
        return Satz.schritt(text, pause.bis(), null);
    }

    private boolean uses(LocalDate day) {
        return counts.test(day) && !stands(day);
    }
}
