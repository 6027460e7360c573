package de.amtsfluss.processes.frist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsfluss.processes.Erinnerung;
import de.amtsfluss.processes.Frist;
import de.amtsfluss.processes.Frist.Beginn;
import de.amtsfluss.processes.Frist.Dauer;
import de.amtsfluss.processes.Frist.Einheit;
import de.amtsfluss.processes.Frist.Regel;
import de.amtsfluss.processes.Frist.Regime;
import de.amtsfluss.processes.Fristen;
import de.amtsfluss.processes.Fristergebnis.Abgelehnt;
import de.amtsfluss.processes.Fristergebnis.Angabe;
import de.amtsfluss.processes.Fristergebnis.Berechnet;
import de.amtsfluss.processes.Fristergebnis.Mangel;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FristServiceTests {

    private static final Rechner RECHNER = Rechner.on("2026-11-20");

    private final Fristen fristen = RECHNER.fristen();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "IFG month from a Saturday,       2026-01-31, 1, MONATE, 2026-03-02",
        "IFG month from a 31st,           2026-08-31, 1, MONATE, 2026-09-30",
        "GewO days before Easter,         2026-04-02, 3, TAGE,   2026-04-07",
        "month from the last of February, 2026-02-28, 1, MONATE, 2026-03-30",
        "month to February of leap years, 2024-01-31, 1, MONATE, 2024-02-29",
        "month from a 30th to February,   2027-01-30, 1, MONATE, 2027-03-01",
        "month from 29 February,          2024-02-29, 1, MONATE, 2024-04-02",
        "year from 29 February,           2024-02-29, 1, JAHRE,  2025-02-28",
        "year to 29 February,             2023-02-28, 1, JAHRE,  2024-02-28",
        "month over the turn of the year, 2026-12-01, 1, MONATE, 2027-01-04",
        "three months of Untaetigkeit,    2026-11-30, 3, MONATE, 2027-03-01",
        "weeks keep their weekday,        2026-04-27, 2, WOCHEN, 2026-05-11",
        "weeks end on a holiday,          2026-04-23, 3, WOCHEN, 2026-05-15",
        "days over Christmas,             2026-12-22, 3, TAGE,   2026-12-28",
        "working days over Easter,        2026-04-01, 3, ARBEITSTAGE, 2026-04-08",
        "31 December is a working day,    2026-12-30, 1, TAGE,   2026-12-31",
        "a far length,                    2026-01-01, 73, JAHRE, 2099-01-02"
    })
    void countsFromAnEvent(String name, LocalDate am, int zahl, Einheit einheit, LocalDate ende) {
        assertThat(Rechner.end(fristen.compute(ablauf(am, zahl, einheit, Beginn.EREIGNIS, true))))
                .describedAs(name)
                .isEqualTo(ende);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, 1,  JAHRE,  2026-12-31",
        "2026-03-01, 1,  MONATE, 2026-03-31",
        "2026-01-31, 1,  MONATE, 2026-02-28",
        "2026-01-30, 1,  MONATE, 2026-02-28",
        "2026-01-29, 1,  MONATE, 2026-02-28",
        "2026-01-28, 1,  MONATE, 2026-02-27",
        "2026-03-31, 1,  MONATE, 2026-04-30",
        "2024-02-29, 1,  JAHRE,  2025-02-28",
        "2024-03-01, 2,  JAHRE,  2026-02-28",
        "2026-06-01, 1,  TAGE,   2026-06-01",
        "2026-06-01, 14, TAGE,   2026-06-14",
        "2026-06-01, 2,  WOCHEN, 2026-06-14",
        "2026-06-03, 2,  ARBEITSTAGE, 2026-06-05"
    })
    void aPermitIsValidFromItsFirstDayAndEndsTheDayBefore(LocalDate am, int zahl, Einheit einheit, LocalDate ende) {
        assertThat(Rechner.end(fristen.compute(ablauf(am, zahl, einheit, Beginn.TAGESBEGINN, false))))
                .isEqualTo(ende);
    }

    @Test
    void saysEachStep() {
        assertThat(Rechner.sentences(fristen.compute(ifg("2026-01-31"))))
                .containsExactly(
                        "Der Tag des Ereignisses, Samstag, 31.01.2026, zählt nicht mit; die Frist beginnt am Sonntag,"
                                + " 01.02.2026 (§ 31 Abs. 1 VwVfG NRW, § 187 Abs. 1 BGB).",
                        "Einen 31. gibt es im Februar 2026 nicht; die Frist von einem Monat endet am letzten Tag des"
                                + " Monats: Samstag, 28.02.2026 (§ 188 Abs. 3 BGB).",
                        "Der 28.02.2026 ist ein Samstag, der 01.03.2026 ein Sonntag; die Frist endet daher am nächsten"
                                + " Werktag: Montag, 02.03.2026 (§ 31 Abs. 3 VwVfG NRW, § 193 BGB).");
        assertThat(Rechner.sentences(fristen.compute(ifg("2026-12-01"))))
                .last()
                .isEqualTo("Der 01.01.2027 ist ein Feiertag (Neujahr), der 02.01.2027 ein Samstag, der 03.01.2027 ein"
                        + " Sonntag; die Frist endet daher am nächsten Werktag: Montag, 04.01.2027"
                        + " (§ 31 Abs. 3 VwVfG NRW, § 193 BGB).");
    }

    @ParameterizedTest
    @CsvSource({"VWVFG, '§ 31 Abs. 3 VwVfG NRW, § 193 BGB'", "AO,    § 108 Abs. 3 AO", "SGBX,  § 26 Abs. 3 SGB X"})
    void namesTheParagraphOfTheLaw(Regime regime, String norm) {
        var regel = new Regel(new Dauer(1, Einheit.MONATE), Beginn.EREIGNIS, regime, true);
        var computed = (Berechnet) fristen.compute(new Frist.Ablauf(regel, LocalDate.parse("2026-01-31")));

        assertThat(computed.schritte().getLast().norm()).isEqualTo(norm);
        assertThat(computed.schritte().getLast().am()).isEqualTo(computed.ende());
    }

    @Test
    void doesNotMoveWhereTheLawDoesNot() {
        var result = fristen.compute(ablauf(LocalDate.parse("2026-01-31"), 1, Einheit.MONATE, Beginn.EREIGNIS, false));

        assertThat(Rechner.end(result)).isEqualTo("2026-02-28");
        assertThat(Rechner.sentences(result))
                .last()
                .isEqualTo("Der 28.02.2026 ist ein Samstag; das Ende verschiebt sich nicht.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-18, 14, TAGE,   false, 2026-11-04",
        "2026-11-18, 2,  WOCHEN, false, 2026-11-04",
        "2026-11-15, 14, TAGE,   false, 2026-11-01",
        "2026-11-15, 14, TAGE,   true,  2026-10-30",
        "2026-03-31, 1,  MONATE, false, 2026-02-28",
        "2024-02-29, 1,  JAHRE,  false, 2023-02-28",
        "2026-04-08, 3,  ARBEITSTAGE, false, 2026-04-01"
    })
    void countsBackFromAMeeting(LocalDate am, int zahl, Einheit einheit, boolean vorverlegung, LocalDate ende) {
        var result = fristen.compute(new Frist.Ruecklauf(new Dauer(zahl, einheit), am, vorverlegung));

        assertThat(Rechner.end(result)).isEqualTo(ende);
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        var result = fristen.compute(ablauf(LocalDate.parse("1999-12-31"), -1, Einheit.TAGE, Beginn.EREIGNIS, true));

        assertThat(((Abgelehnt) result).maengel())
                .containsExactly(
                        new Mangel(Angabe.ZAHL, "Bitte geben Sie als Länge mindestens 1 an."),
                        new Mangel(
                                Angabe.AM,
                                "Der 31.12.1999 liegt außerhalb der Jahre 2000 bis 2099, für die die Feiertage bekannt"
                                        + " sind."));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -14, Integer.MIN_VALUE, 40_001, Integer.MAX_VALUE})
    void refusesLengthsThatAreNone(int zahl) {
        var dauer = new Dauer(zahl, Einheit.JAHRE);
        var day = LocalDate.parse("2026-01-01");

        assertThat(List.of(
                        fristen.compute(ablauf(day, zahl, Einheit.JAHRE, Beginn.EREIGNIS, true)),
                        fristen.compute(new Frist.Ruecklauf(dauer, day, true))))
                .allSatisfy(result -> assertThat(((Abgelehnt) result).maengel())
                        .extracting(Mangel::angabe)
                        .containsExactly(Angabe.ZAHL));
    }

    @ParameterizedTest
    @EnumSource(Einheit.class)
    void refusesAnEndBeyondTheKnownHolidays(Einheit einheit) {
        assertThat(Rechner.sentences(
                        fristen.compute(ablauf(LocalDate.parse("2099-12-31"), 40_000, einheit, Beginn.EREIGNIS, true))))
                .containsExactly("Das Ende der Frist liegt außerhalb der Jahre 2000 bis 2099, für die die Feiertage"
                        + " bekannt sind.");
        assertThat(fristen.compute(
                        new Frist.Ruecklauf(new Dauer(40_000, einheit), LocalDate.parse("2000-01-01"), false)))
                .isInstanceOf(Abgelehnt.class);
        assertThat(fristen.compute(ablauf(LocalDate.MAX, 1, einheit, Beginn.EREIGNIS, true)))
                .isInstanceOf(Abgelehnt.class);
    }

    @Test
    void endsAtTheEndOfTheDayInBerlin() {
        assertThat(((Berechnet) fristen.compute(ifg("2026-01-31"))).endetUm()).hasToString("2026-03-02T23:59:59+01:00");
        assertThat(((Berechnet) fristen.compute(ifg("2026-06-15"))).endetUm()).hasToString("2026-07-15T23:59:59+02:00");
    }

    /** With a fixed seed, so that what fails once fails again. */
    @ParameterizedTest
    @EnumSource(Einheit.class)
    void anEndThatMovesIsAWorkingDayAndNeverOvertakesALaterStart(Einheit einheit) {
        var random = new Random(31);
        var first = LocalDate.parse("2000-01-01");
        for (var round = 0; round < 2_000; round++) {
            var start = first.plusDays(random.nextInt(365 * 80));
            var zahl = 1 + random.nextInt(15);
            var beginn = random.nextBoolean() ? Beginn.EREIGNIS : Beginn.TAGESBEGINN;

            var ende = Rechner.end(fristen.compute(ablauf(start, zahl, einheit, beginn, true)));
            var nextEnde = Rechner.end(fristen.compute(ablauf(start.plusDays(1), zahl, einheit, beginn, true)));

            assertThat(ende).isAfterOrEqualTo(start).isBeforeOrEqualTo(nextEnde);
            assertThat(ende.getDayOfWeek()).isNotIn(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
            assertThat(RECHNER.kalender().feiertag(ende)).isEmpty();
        }
    }

    @Test
    void remindsOnWorkingDaysAroundTheEnd() {
        var ladder = fristen.erinnerungen(LocalDate.parse("2026-04-07"), List.of(1, -5, -2, 0, -2));

        assertThat(ladder)
                .extracting(
                        Erinnerung::arbeitstage, erinnerung -> erinnerung.am().toString())
                .containsExactly(
                        tuple(-5, "2026-03-27"),
                        tuple(-2, "2026-04-01"),
                        tuple(0, "2026-04-07"),
                        tuple(1, "2026-04-08"));
        assertThat(ladder)
                .extracting(Erinnerung::satz)
                .containsExactly(
                        "Erinnerung am Freitag, 27.03.2026, 5 Arbeitstage vor dem Ende der Frist (07.04.2026).",
                        "Erinnerung am Mittwoch, 01.04.2026, 2 Arbeitstage vor dem Ende der Frist (07.04.2026).",
                        "Erinnerung am Dienstag, 07.04.2026, am letzten Tag der Frist (07.04.2026).",
                        "Erinnerung am Mittwoch, 08.04.2026, ein Arbeitstag nach dem Ende der Frist (07.04.2026).");
        assertThat(ladder.getFirst().zeitpunkt()).hasToString("2026-03-27T08:00+01:00");
    }

    @ParameterizedTest
    @ValueSource(ints = {-251, 251, Integer.MIN_VALUE})
    void refusesRemindersOfAnotherYear(int arbeitstage) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fristen.erinnerungen(LocalDate.parse("2026-04-07"), List.of(arbeitstage)))
                .withMessageStartingWith("Expected a reminder at most 250 working days away");
    }

    @Test
    void remindsNobodyOfAnEndWhoseHolidaysNobodyKnows() {
        assertThat(fristen.erinnerungen(LocalDate.parse("2099-12-31"), List.of(1)))
                .extracting(Erinnerung::am)
                .containsExactly(LocalDate.parse("2100-01-04"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fristen.erinnerungen(LocalDate.parse("2100-01-01"), List.of(1)))
                .withMessage("Expected an end from 2000 to 2099, but got 2100-01-01");
    }

    private static Frist ifg(String received) {
        return ablauf(LocalDate.parse(received), 1, Einheit.MONATE, Beginn.EREIGNIS, true);
    }

    private static Frist ablauf(LocalDate am, int zahl, Einheit einheit, Beginn beginn, boolean verschiebung) {
        return new Frist.Ablauf(new Regel(new Dauer(zahl, einheit), beginn, Regime.VWVFG, verschiebung), am);
    }
}
