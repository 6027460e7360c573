package de.amtsfluss.processes.frist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.amtsfluss.processes.Frist.Beginn;
import de.amtsfluss.processes.Frist.Dauer;
import de.amtsfluss.processes.Frist.Einheit;
import de.amtsfluss.processes.Frist.Regel;
import de.amtsfluss.processes.Frist.Regime;
import de.amtsfluss.processes.Fristergebnis.Abgelehnt;
import de.amtsfluss.processes.Fristergebnis.OhneFrist;
import de.amtsfluss.processes.Fristuhr;
import de.amtsfluss.processes.Fristuhr.Laeuft;
import de.amtsfluss.processes.Fristuhr.Pause;
import de.amtsfluss.processes.Fristuhr.Wartet;
import de.amtsfluss.processes.Fristuhren;
import de.amtsfluss.processes.Fristuhren.Umstellung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FristuhrServiceTests {

    private static final String PAPERS = "Unterlagen fehlen";

    private final Rechner rechner = Rechner.on("2026-03-10");
    private final Fristuhren uhren = rechner.uhren();

    @Test
    void neverStoppedItEndsLikeThePeriod() {
        var uhr = running("2026-01-31", 1, Einheit.MONATE);

        assertThat(end(uhr)).isEqualTo("2026-03-02");
    }

    @Test
    void theDaysOfAPauseAreNotTakenFromTheBudget() {
        var stopped = done(uhren.pause(running("2026-01-15", 3, Einheit.MONATE), Rechner.noon("2026-02-02"), PAPERS));
        var uhr = done(uhren.resume(stopped, Rechner.noon("2026-02-10")));
        var stand = uhren.stand(uhr);

        assertThat(stand.budget()).isEqualTo(90);
        assertThat(stand.verbraucht()).isEqualTo(44);
        assertThat(stand.rest()).isEqualTo(46);
        assertThat(Rechner.end(stand.ende())).isEqualTo("2026-04-24");
        assertThat(Rechner.sentences(stand.ende()))
                .endsWith(
                        "Die Uhr stand vom 02.02.2026 bis 10.02.2026, 9 Tage: Unterlagen fehlen.",
                        "An 90 Tagen läuft die Frist, ohne die Tage, an denen die Uhr stand; sie endet am Freitag,"
                                + " 24.04.2026 (entsprechend § 209 BGB).");
    }

    @Test
    void whileItStandsThereIsNoEnd() {
        var stopped = done(uhren.pause(running("2026-01-15", 3, Einheit.MONATE), Rechner.noon("2026-02-02"), PAPERS));
        var stand = uhren.stand(stopped);

        assertThat(stand.verbraucht()).isEqualTo(17);
        assertThat(stand.ende())
                .isInstanceOfSatisfying(
                        OhneFrist.class,
                        none -> assertThat(none.grund())
                                .isEqualTo(
                                        "Die Uhr steht seit Montag, 02.02.2026: Unterlagen fehlen. Von 90 Tagen sind 17"
                                                + " verbraucht und 73 übrig."));
    }

    @ParameterizedTest(name = "{0} {1} from {2}, standing {3} to {4}")
    @CsvSource({
        // Easter: 3 and 6 April 2026.
        "3,  ARBEITSTAGE, 2026-03-30, 2026-04-02, 2026-04-07, 2026-04-08",
        "3,  ARBEITSTAGE, 2026-03-30, 2026-04-03, 2026-04-06, 2026-04-02",
        "10, TAGE,        2026-03-30, 2026-04-03, 2026-04-06, 2026-04-13",
        "1,  MONATE,      2026-11-27, 2026-12-24, 2027-01-04, 2027-01-08",
        // Stopped on the last day, all others being used.
        "1,  MONATE,      2026-06-15, 2026-07-15, 2026-07-20, 2026-07-21",
        // The end fell on a Sunday, and the clock stood on the Monday to which it moves.
        "1,  MONATE,      2026-01-31, 2026-03-02, 2026-03-04, 2026-03-05"
    })
    void countsOverHolidays(int zahl, Einheit einheit, String am, String von, String bis, LocalDate ende) {
        var pause = new Pause(LocalDate.parse(von), LocalDate.parse(bis), PAPERS);
        var uhr = new Laeuft(regel(zahl, einheit), LocalDate.parse(am), List.of(pause));

        assertThat(end(uhr)).isEqualTo(ende);
    }

    @Test
    void aDaySharedByTwoPausesIsLeftOutOnce() {
        var uhr = running("2026-03-02", 10, Einheit.TAGE);
        for (var stop : List.of("2026-03-04", "2026-03-05")) {
            var stopped = done(uhren.pause(uhr, Rechner.noon(stop), PAPERS));
            uhr = done(uhren.resume(stopped, Rechner.noon("2026-03-05")));
        }

        assertThat(uhr.pausen()).hasSize(2);
        assertThat(end(uhr)).isEqualTo("2026-03-16");
    }

    @Test
    void aLongerPauseNeverLeadsToAnEarlierEnd() {
        var earlier = LocalDate.MIN;
        for (var days = 0; days < 60; days++) {
            var pause = new Pause(
                    LocalDate.parse("2026-03-20"), LocalDate.parse("2026-03-20").plusDays(days), PAPERS);
            var ende = end(new Laeuft(regel(1, Einheit.MONATE), LocalDate.parse("2026-03-16"), List.of(pause)));

            assertThat(ende).isAfterOrEqualTo(earlier).isAfter(pause.bis());
            assertThat(rechner.kalender().isArbeitstag(ende)).isTrue();
            earlier = ende;
        }
    }

    @Test
    void beginsOnlyWithCompleteDocuments() {
        var waiting = new Wartet(regel(3, Einheit.MONATE));
        assertThat(Rechner.sentences(uhren.stand(waiting).ende()))
                .containsExactly("Die Frist beginnt erst, wenn die Unterlagen vollständig sind"
                        + " (§ 42a Abs. 2 Satz 2 VwVfG NRW).");

        var uhr = done(uhren.begin(waiting, Rechner.noon("2026-03-09")));

        assertThat(end(uhr)).isEqualTo("2026-06-09");
    }

    @Test
    void aMomentIsTheDayInBerlin() {
        var beforeMidnightInUtc = Instant.parse("2026-03-08T23:30:00Z");

        assertThat(done(uhren.begin(new Wartet(regel(1, Einheit.TAGE)), beforeMidnightInUtc))
                        .beginn())
                .isEqualTo("2026-03-09");
    }

    @Test
    void refusesWhatCannotBe() {
        var uhr = running("2026-01-31", 1, Einheit.MONATE);
        var stopped = done(uhren.pause(uhr, Rechner.noon("2026-02-10"), PAPERS));
        var resumed = done(uhren.resume(stopped, Rechner.noon("2026-02-12")));

        assertThat(uhren.pause(uhr, Rechner.noon("2026-03-02"), PAPERS)).isInstanceOf(Umstellung.Umgestellt.class);
        assertThat(refused(uhren.pause(uhr, Rechner.noon("2026-03-03"), PAPERS)))
                .isEqualTo("Die Frist ist schon am Montag, 02.03.2026 abgelaufen.");
        assertThat(refused(uhren.pause(uhr, Rechner.noon("2026-01-30"), PAPERS)))
                .isEqualTo("Die Frist kann frühestens am Samstag, 31.01.2026 angehalten werden.");
        assertThat(refused(uhren.pause(resumed, Rechner.noon("2026-02-11"), PAPERS)))
                .isEqualTo("Die Frist kann frühestens am Donnerstag, 12.02.2026 angehalten werden.");
        assertThat(refused(uhren.resume(stopped, Rechner.noon("2026-02-09"))))
                .isEqualTo("Die Uhr steht erst seit Dienstag, 10.02.2026 und kann vorher nicht weiterlaufen.");
    }

    @Test
    void refusesALengthThatIsNoneAndAnEndNobodyKnows() {
        var none = running("2026-01-31", 0, Einheit.TAGE);
        var pause = new Pause(LocalDate.parse("2026-02-02"), LocalDate.parse("2100-01-01"), PAPERS);
        var endless = new Laeuft(regel(1, Einheit.MONATE), LocalDate.parse("2026-01-31"), List.of(pause));

        assertThat(uhren.stand(none).ende()).isInstanceOf(Abgelehnt.class);
        assertThat(uhren.pause(none, Rechner.noon("2026-01-31"), PAPERS)).isInstanceOf(Umstellung.Abgelehnt.class);
        assertThat(uhren.stand(endless).ende()).isInstanceOf(Abgelehnt.class);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pause(LocalDate.parse("2026-02-02"), LocalDate.parse("2026-02-01"), PAPERS));
    }

    private LocalDate end(Laeuft uhr) {
        return Rechner.end(uhren.stand(uhr).ende());
    }

    private static Laeuft running(String am, int zahl, Einheit einheit) {
        return new Laeuft(regel(zahl, einheit), LocalDate.parse(am), List.of());
    }

    private static Regel regel(int zahl, Einheit einheit) {
        return new Regel(new Dauer(zahl, einheit), Beginn.EREIGNIS, Regime.VWVFG, true);
    }

    private static <U extends Fristuhr> U done(Umstellung<U> umstellung) {
        assertThat(umstellung).isInstanceOf(Umstellung.Umgestellt.class);
        return ((Umstellung.Umgestellt<U>) umstellung).uhr();
    }

    private static String refused(Umstellung<?> umstellung) {
        assertThat(umstellung).isInstanceOf(Umstellung.Abgelehnt.class);
        return ((Umstellung.Abgelehnt<?>) umstellung).satz();
    }
}
