package de.amtsfluss.processes.frist;

import de.amtsfluss.processes.Frist.Dauer;
import de.amtsfluss.processes.Fristergebnis.Angabe;
import de.amtsfluss.processes.Fristergebnis.Mangel;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is wrong with the parts of a question. */
@Component
final class Pruefung {

    /** Longer than any period between days the calendar knows, short enough to count day by day. */
    private static final int LAENGSTE = 40_000;

    private final Kalender kalender;

    Pruefung(Kalender kalender) {
        this.kalender = kalender;
    }

    Optional<Mangel> length(Dauer dauer) {
        if (dauer.zahl() < 1) {
            return Optional.of(new Mangel(Angabe.ZAHL, "Bitte geben Sie als Länge mindestens 1 an."));
        }
        return dauer.zahl() > LAENGSTE
                ? Optional.of(new Mangel(Angabe.ZAHL, "Bitte geben Sie als Länge höchstens 40.000 an."))
                : Optional.empty();
    }

    Optional<Mangel> day(Angabe angabe, @Nullable LocalDate day) {
        return day == null || kalender.knows(day)
                ? Optional.empty()
                : Optional.of(
                        new Mangel(angabe, "Der %s liegt außerhalb der Jahre %s.".formatted(Satz.datum(day), years())));
    }

    /** What is wrong with a length that leads to an end whose holidays nobody knows yet. */
    Optional<Mangel> end(LocalDate ende) {
        return kalender.knows(ende)
                ? Optional.empty()
                : Optional.of(
                        new Mangel(Angabe.ZAHL, "Das Ende der Frist liegt außerhalb der Jahre %s.".formatted(years())));
    }

    static List<Mangel> all(Optional<Mangel> first, Optional<Mangel> second) {
        return Stream.of(first, second).flatMap(Optional::stream).toList();
    }

    private static String years() {
        return "%d bis %d, für die die Feiertage bekannt sind".formatted(Kalender.ERSTES_JAHR, Kalender.LETZTES_JAHR);
    }
}
