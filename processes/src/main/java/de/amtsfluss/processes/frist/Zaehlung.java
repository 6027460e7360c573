package de.amtsfluss.processes.frist;

import de.amtsfluss.processes.Frist.Beginn;
import de.amtsfluss.processes.Frist.Dauer;
import de.amtsfluss.processes.Frist.Einheit;
import de.amtsfluss.processes.Fristergebnis.Schritt;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Counts periods by §§ 187 and 188 BGB, without moving their end. */
@Component
final class Zaehlung {

    private static final int MONATE_IM_JAHR = 12;

    private final Kalender kalender;

    Zaehlung(Kalender kalender) {
        this.kalender = kalender;
    }

    /** Counts forward from an event or from the beginning of a day; the event is named as in "Tag der Bekanntgabe". */
    Lauf forward(Dauer dauer, Beginn beginn, LocalDate am, String ereignis, Verweis verweis) {
        var first = beginn == Beginn.EREIGNIS ? am.plusDays(1) : am;
        var ende = end(dauer, beginn, am);
        return new Lauf(first, ende, List.of(begin(beginn, am, ereignis, verweis), end(dauer, beginn, am, ende)));
    }

    /** Counts back from a day that does not count itself. */
    Lauf backward(Dauer dauer, LocalDate am) {
        var ende = switch (dauer.einheit()) {
            case TAGE -> am.minusDays(dauer.zahl());
            case WOCHEN -> am.minusWeeks(dauer.zahl());
            case MONATE -> am.minusMonths(dauer.zahl());
            case JAHRE -> am.minusYears(dauer.zahl());
            case ARBEITSTAGE -> kalender.plusArbeitstage(am, -dauer.zahl());
        };
        var norm = dauer.einheit() == Einheit.ARBEITSTAGE ? null : "entsprechend § 188 BGB";
        return new Lauf(
                am.minusDays(1),
                ende,
                List.of(
                        Satz.schritt(
                                "Gezählt wird rückwärts vom %s, der selbst nicht mitzählt".formatted(Satz.tag(am)),
                                am,
                                "entsprechend § 187 Abs. 1 BGB"),
                        Satz.schritt(
                                "Die Frist von %s davor endet am %s".formatted(Satz.dauer(dauer), Satz.tag(ende)),
                                ende,
                                norm)));
    }

    private static Schritt begin(Beginn beginn, LocalDate am, String ereignis, Verweis verweis) {
        return switch (beginn) {
            case EREIGNIS ->
                Satz.schritt(
                        "Der %s, %s, zählt nicht mit; die Frist beginnt am %s"
                                .formatted(ereignis, Satz.tag(am), Satz.tag(am.plusDays(1))),
                        am.plusDays(1),
                        verweis.zaehlung() + ", § 187 Abs. 1 BGB");
            case TAGESBEGINN ->
                Satz.schritt(
                        "Die Frist beginnt mit dem Anfang des Tages am %s, der mitzählt".formatted(Satz.tag(am)),
                        am,
                        verweis.zaehlung() + ", § 187 Abs. 2 BGB");
        };
    }

    private LocalDate end(Dauer dauer, Beginn beginn, LocalDate am) {
        var before = beginn == Beginn.EREIGNIS ? am : am.minusDays(1);
        return switch (dauer.einheit()) {
            case TAGE -> before.plusDays(dauer.zahl());
            case WOCHEN -> before.plusWeeks(dauer.zahl());
            case MONATE -> endOfMonths(am, dauer.zahl(), beginn);
            case JAHRE -> endOfMonths(am, dauer.zahl() * MONATE_IM_JAHR, beginn);
            case ARBEITSTAGE -> kalender.plusArbeitstage(before, dauer.zahl());
        };
    }

    /**
     * § 188 Abs. 2 BGB: the day with the number of the event, or the day before the one with the number of the first
     * day; by Abs. 3 the last day of a month that has no such day.
     */
    private static LocalDate endOfMonths(LocalDate am, int months, Beginn beginn) {
        if (beginn == Beginn.EREIGNIS) {
            return am.plusMonths(months);
        }
        if (am.getDayOfMonth() == 1) {
            return am.plusMonths(months).minusDays(1);
        }
        var month = YearMonth.from(am).plusMonths(months);
        return month.atDay(Math.min(am.getDayOfMonth() - 1, month.lengthOfMonth()));
    }

    private static Schritt end(Dauer dauer, Beginn beginn, LocalDate am, LocalDate ende) {
        var frist = "Die Frist von %s endet".formatted(Satz.dauer(dauer));
        return switch (dauer.einheit()) {
            case TAGE -> Satz.schritt("%s am %s".formatted(frist, Satz.tag(ende)), ende, "§ 188 Abs. 1 BGB");
            case WOCHEN -> Satz.schritt("%s am %s".formatted(frist, Satz.tag(ende)), ende, "§ 188 Abs. 2 BGB");
            case MONATE, JAHRE -> endOfMonths(frist, beginn, am, ende);
            case ARBEITSTAGE ->
                Satz.schritt(
                        "%s am %s, gezählt von Montag bis Freitag ohne Feiertage".formatted(frist, Satz.tag(ende)),
                        ende,
                        null);
        };
    }

    private static Schritt endOfMonths(String frist, Beginn beginn, LocalDate am, LocalDate ende) {
        var wanted = beginn == Beginn.EREIGNIS ? am.getDayOfMonth() : am.getDayOfMonth() - 1;
        if (wanted > ende.getDayOfMonth()) {
            var month = ende.getMonth().getDisplayName(TextStyle.FULL, Locale.GERMAN);
            return Satz.schritt(
                    "Einen %d. gibt es im %s %d nicht; %s am letzten Tag des Monats: %s"
                            .formatted(wanted, month, ende.getYear(), lowerCase(frist), Satz.tag(ende)),
                    ende,
                    "§ 188 Abs. 3 BGB");
        }
        var which = beginn == Beginn.EREIGNIS
                ? "an dem Tag mit der Zahl des Ereignistags"
                : "an dem Tag vor dem mit der Zahl des ersten Tages";
        return Satz.schritt("%s %s: %s".formatted(frist, which, Satz.tag(ende)), ende, "§ 188 Abs. 2 BGB");
    }

    private static String lowerCase(String frist) {
        return "d" + frist.substring(1);
    }

    /**
     * A period as it was counted.
     *
     * @param first the first day that counts
     * @param ende the last one
     * @param schritte how it came about
     */
    record Lauf(LocalDate first, LocalDate ende, List<Schritt> schritte) {}
}
