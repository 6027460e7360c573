package de.amtsfluss.processes.frist;

import de.amtsfluss.processes.Frist.Dauer;
import de.amtsfluss.processes.Fristergebnis.Schritt;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes days, lengths and steps as offices read them. */
final class Satz {

    private static final DateTimeFormatter DATUM = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMANY);
    private static final DateTimeFormatter TAG = DateTimeFormatter.ofPattern("EEEE, dd.MM.yyyy", Locale.GERMANY);

    private Satz() {}

    /** For example {@code 28.02.2026}. */
    static String datum(LocalDate day) {
        return DATUM.format(day);
    }

    /** For example {@code Samstag, 28.02.2026}. */
    static String tag(LocalDate day) {
        return TAG.format(day);
    }

    /** For example {@code einem Monat} or {@code 14 Tagen}, as it stands after "von". */
    static String dauer(Dauer dauer) {
        if (dauer.zahl() == 1) {
            return switch (dauer.einheit()) {
                case TAGE -> "einem Tag";
                case WOCHEN -> "einer Woche";
                case MONATE -> "einem Monat";
                case JAHRE -> "einem Jahr";
                case ARBEITSTAGE -> "einem Arbeitstag";
            };
        }
        return dauer.zahl()
                + switch (dauer.einheit()) {
                    case TAGE -> " Tagen";
                    case WOCHEN -> " Wochen";
                    case MONATE -> " Monaten";
                    case JAHRE -> " Jahren";
                    case ARBEITSTAGE -> " Arbeitstagen";
                };
    }

    /** A step, with its paragraph in brackets where it has one. */
    static Schritt schritt(String text, LocalDate am, @Nullable String norm) {
        return new Schritt(norm == null ? text + "." : "%s (%s).".formatted(text, norm), am, norm);
    }
}
