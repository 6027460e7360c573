package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.definition.Definition;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hours in which orders are asked for, in the city's time.
 *
 * @param days the days of the week
 * @param from the first minute
 * @param to the first minute after; before {@code from} it belongs to the next morning
 */
record Schedule(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    /** Where the city lies. */
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** Reads the part of a trigger's file. */
    static @Nullable Schedule read(@Nullable Definition part) {
        if (part == null) {
            return null;
        }
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var word : part.texts("days")) {
            Arrays.stream(DayOfWeek.values())
                    .filter(day -> day.name().startsWith(word) && word.length() == 2)
                    .findFirst()
                    .ifPresentOrElse(
                            days::add, () -> part.note("Expected days MO to SU, but found '%s'".formatted(word)));
        }
        return new Schedule(days, time(part, "from"), time(part, "to"));
    }

    private static LocalTime time(Definition part, String key) {
        var text = part.text(key);
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            part.note("Expected a time like 06:00 at '%s', but found '%s'".formatted(key, text));
            return LocalTime.MIDNIGHT;
        }
    }

    /** Whether orders are asked for at that time. */
    boolean contains(Instant at) {
        var local = at.atZone(ZONE);
        var time = local.toLocalTime();
        var day = local.getDayOfWeek();
        if (from.isBefore(to)) {
            return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
        }
        return (days.contains(day) && !time.isBefore(from)) || (days.contains(day.minus(1)) && time.isBefore(to));
    }
}
