package de.amtsfluss.processes.frist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KalenderTests {

    private final Kalender kalender = new Kalender();

    @ParameterizedTest
    @MethodSource("years")
    void knowsExactlyTheHolidaysOfNorthRhineWestphalia(int year) {
        var found = Year.of(year)
                .atDay(1)
                .datesUntil(Year.of(year + 1).atDay(1))
                .filter(day -> kalender.feiertag(day).isPresent())
                .toList();

        assertThat(found).containsExactlyElementsOf(holidays(year));
    }

    static IntStream years() {
        return IntStream.concat(IntStream.rangeClosed(2024, 2030), IntStream.of(2000, 2038, 2099));
    }

    @ParameterizedTest
    @CsvSource({"2024, 2024-03-31", "2026, 2026-04-05", "2027, 2027-03-28", "2030, 2030-04-21", "2038, 2038-04-25"})
    void theListOfTheTestStartsFromTheRightEaster(int year, LocalDate easter) {
        assertThat(easter(year)).isEqualTo(easter);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-03, Karfreitag",
        "2026-06-04, Fronleichnam",
        "2026-10-03, Tag der Deutschen Einheit",
        "2026-11-01, Allerheiligen",
        "2017-10-31, Reformationstag"
    })
    void namesThem(LocalDate day, String name) {
        assertThat(kalender.feiertag(day)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-12-24", "2026-12-31", "2026-02-16", "2026-10-31", "2016-10-31", "2018-10-31", "2026-11-18"
            })
    void leavesOutWhatIsNoHolidayHere(LocalDate day) {
        assertThat(kalender.feiertag(day)).isEmpty();
    }

    @Test
    void theReformationOf2017WasAHolidayEverywhere() {
        assertThat(kalender.isArbeitstag(LocalDate.parse("2017-10-31"))).isFalse();
        assertThat(kalender.plusArbeitstage(LocalDate.parse("2017-10-30"), 1)).isEqualTo("2017-11-02");
    }

    @Test
    void countsWorkingDaysBothWays() {
        var maundyThursday = LocalDate.parse("2026-04-02");

        assertThat(kalender.plusArbeitstage(maundyThursday, 1)).isEqualTo("2026-04-07");
        assertThat(kalender.plusArbeitstage(LocalDate.parse("2026-04-07"), -1)).isEqualTo(maundyThursday);
        assertThat(kalender.plusArbeitstage(LocalDate.parse("2026-04-05"), 0)).isEqualTo("2026-04-05");
    }

    private static List<LocalDate> holidays(int year) {
        var easter = easter(year);
        var moving = Stream.of(-2, 1, 39, 50, 60).map(easter::plusDays);
        var fixed = Stream.of("01-01", "05-01", "10-03", "11-01", "12-25", "12-26")
                .map(day -> LocalDate.parse(year + "-" + day));
        return Stream.concat(moving, fixed).sorted().toList();
    }

    /** Easter Sunday by the algorithm of Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
        var f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
        return LocalDate.of(year, f / 31, f % 31 + 1);
    }
}
