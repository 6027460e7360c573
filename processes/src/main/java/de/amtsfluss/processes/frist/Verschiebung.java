package de.amtsfluss.processes.frist;

import de.amtsfluss.processes.Fristergebnis.Schritt;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Moves a day off weekends and holidays. */
@Component
final class Verschiebung {

    private final Kalender kalender;

    Verschiebung(Kalender kalender) {
        this.kalender = kalender;
    }

    /** To the next working day (§ 193 BGB); empty where the day is one. */
    Optional<Schritt> forward(LocalDate day, String consequence, @Nullable String norm) {
        return forward(day, any -> false, consequence, norm);
    }

    /** As above, past days on which a clock stands. */
    Optional<Schritt> forward(LocalDate day, Predicate<LocalDate> stands, String consequence, @Nullable String norm) {
        return move(day, 1, stands, consequence + " daher am nächsten Werktag", norm);
    }

    /** To the working day before; empty where the day is one. */
    Optional<Schritt> backward(LocalDate day, String consequence) {
        return move(day, -1, any -> false, consequence + " daher am Arbeitstag davor", null);
    }

    /** Says that a day on a weekend or holiday stays; empty where it is neither. */
    Optional<Schritt> stays(LocalDate day, String what) {
        return reason(day)
                .map(reason -> Satz.schritt(
                        "Der %s ist %s; %s verschiebt sich nicht".formatted(Satz.datum(day), reason, what), day, null));
    }

    private Optional<Schritt> move(
            LocalDate day, int step, Predicate<LocalDate> stands, String consequence, @Nullable String norm) {
        var reasons = new ArrayList<String>();
        var to = day;
        for (; !kalender.isArbeitstag(to) || stands.test(to); to = to.plusDays(step)) {
            add(reasons, to);
        }
        if (to.equals(day)) {
            return Optional.empty();
        }
        var text = "%s; %s: %s".formatted(String.join(", ", reasons), consequence, Satz.tag(to));
        return Optional.of(Satz.schritt(text, to, norm));
    }

    private void add(List<String> reasons, LocalDate day) {
        var reason = reason(day);
        if (reason.isEmpty()) {
            reasons.add("am %s steht die Uhr".formatted(Satz.datum(day)));
        } else if (reasons.isEmpty()) {
            reasons.add("Der %s ist %s".formatted(Satz.datum(day), reason.get()));
        } else {
            reasons.add("der %s %s".formatted(Satz.datum(day), reason.get()));
        }
    }

    /** Why a day is no working day, the holiday before the weekend. */
    private Optional<String> reason(LocalDate day) {
        return kalender.feiertag(day)
                .map("ein Feiertag (%s)"::formatted)
                .or(() -> Kalender.isWeekend(day)
                        ? Optional.of(day.getDayOfWeek() == DayOfWeek.SATURDAY ? "ein Samstag" : "ein Sonntag")
                        : Optional.empty());
    }
}
