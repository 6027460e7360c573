package de.amtsfluss.processes.frist;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The weekends and public holidays of North Rhine-Westphalia (§ 2 Feiertagsgesetz NW). */
@Component
final class Kalender {

    /** Before it other holidays were in force, such as the Buß- und Bettag until 1994. */
    static final int ERSTES_JAHR = 2000;

    /** Whatever comes later, the law on holidays will not have stayed the same. */
    static final int LETZTES_JAHR = 2099;

    private static final String NORDRHEIN_WESTFALEN = "nw";

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));
    private final Map<Integer, Map<LocalDate, String>> byYear = new ConcurrentHashMap<>();

    /** Whether the holidays of its year are known. */
    boolean knows(LocalDate tag) {
        return tag.getYear() >= ERSTES_JAHR && tag.getYear() <= LETZTES_JAHR;
    }

    /** The German name of the public holiday on that day. */
    Optional<String> feiertag(LocalDate tag) {
        return Optional.ofNullable(
                byYear.computeIfAbsent(tag.getYear(), this::feiertage).get(tag));
    }

    boolean isArbeitstag(LocalDate tag) {
        return !isWeekend(tag) && feiertag(tag).isEmpty();
    }

    static boolean isWeekend(LocalDate tag) {
        return tag.getDayOfWeek() == DayOfWeek.SATURDAY || tag.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /**
     * The n-th working day after a day, or before it for a number below 0; the day itself for 0. A day in no year the
     * calendar knows where that is far away.
     */
    LocalDate plusArbeitstage(LocalDate tag, int arbeitstage) {
        var step = Integer.signum(arbeitstage);
        var day = tag;
        for (var left = Math.abs(arbeitstage); left > 0 && isNear(day); ) {
            day = day.plusDays(step);
            if (isArbeitstag(day)) {
                left--;
            }
        }
        return day;
    }

    /** Whether reminders of days that the calendar knows may reach it. */
    private static boolean isNear(LocalDate tag) {
        return tag.getYear() >= ERSTES_JAHR - 1 && tag.getYear() <= LETZTES_JAHR + 1;
    }

    private Map<LocalDate, String> feiertage(int year) {
        return holidays.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, NORDRHEIN_WESTFALEN).stream()
                .collect(Collectors.toMap(
                        Holiday::getDate, holiday -> holiday.getDescription(Locale.GERMAN), (one, other) -> one));
    }
}
