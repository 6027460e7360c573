package de.amtsfluss.workers.hundesteuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsfluss.workers.hundesteuer.Festsetzung.Befreiung;
import de.amtsfluss.workers.hundesteuer.Festsetzung.Faelligkeit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FestsetzungTests {

    private static final LocalDate HEUTE = LocalDate.of(2026, 3, 20);

    @ParameterizedTest
    @CsvSource({
        "2026-03-10, 0, 100, true, 120.00",
        "2026-03-31, 0, 100, true, 120.00",
        "2026-03-01, 0, 50, true, 60.00",
        "2026-01-01, 2, 100, true, 504.00",
        "2026-01-15, 1, 100, true, 312.00",
        "2025-12-31, 0, 100, true, 156.00",
        "2026-03-10, 0, 0, false, 0",
        "2026-03-10, 2, 0, false, 0",
    })
    void aTwelfthIsSetForEachMonthFromThatOfTheAcquisition(
            LocalDate angeschafftAm, int weitere, int anteil, boolean zaehltMit, BigDecimal betrag) {
        var festsetzung = festsetzung(angeschafftAm, weitere, new Befreiung(anteil, zaehltMit), "vierteljaehrlich");

        assertThat(festsetzung.betrag()).isEqualByComparingTo(betrag);
        assertThat(festsetzung.steuerpflichtAb()).isEqualTo(angeschafftAm.withDayOfMonth(1));
        assertThat(festsetzung.faelligkeiten().stream()
                        .map(Faelligkeit::betrag)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(betrag);
    }

    @Test
    void whatIsPastIsDueAMonthAfterTheAnnouncementAndTheRestByQuarter() {
        var festsetzung = festsetzung(LocalDate.of(2026, 1, 5), 0, Befreiung.NONE, "vierteljaehrlich");

        assertThat(festsetzung.faelligkeiten())
                .extracting(
                        Faelligkeit::am, Faelligkeit::wann, one -> one.betrag().intValue())
                .containsExactly(
                        tuple(null, "einen Monat nach Bekanntgabe", 36),
                        tuple(LocalDate.of(2026, 5, 15), null, 36),
                        tuple(LocalDate.of(2026, 8, 15), null, 36),
                        tuple(LocalDate.of(2026, 11, 15), null, 36));
    }

    @Test
    void whoPaysOnceAYearPaysInJuly() {
        assertThat(festsetzung(LocalDate.of(2026, 1, 5), 0, Befreiung.NONE, "jaehrlich")
                        .faelligkeiten())
                .containsExactly(new Faelligkeit(LocalDate.of(2026, 7, 1), null, new BigDecimal("144.00")));
    }

    @Test
    void theYearBeforeIsSetWithItsOwnRateAndDueAtOnce() {
        var festsetzung = festsetzung(LocalDate.of(2025, 11, 1), 1, Befreiung.NONE, "jaehrlich");

        assertThat(festsetzung.posten())
                .extracting(Festsetzung.Posten::bezeichnung, one -> one.ab().getYear(), Festsetzung.Posten::monate)
                .containsExactly(
                        tuple("Bello", 2025, 2),
                        tuple("Ihr weiterer Hund", 2025, 2),
                        tuple("Bello", 2026, 12),
                        tuple("Ihr weiterer Hund", 2026, 12));
        assertThat(festsetzung.faelligkeiten().getFirst().betrag()).isEqualByComparingTo("52");
    }

    private static Festsetzung festsetzung(
            LocalDate angeschafftAm, int weitere, Befreiung befreiung, String zahlweise) {
        var anmeldung = new Anmeldung(Map.of(
                "hundName",
                "Bello",
                "rasse",
                "andere",
                "rasseAngabe",
                "Dackel",
                "angeschafftAm",
                angeschafftAm.toString(),
                "weitereHunde",
                weitere,
                "zahlweise",
                zahlweise));
        return Festsetzung.of(
                anmeldung,
                befreiung,
                (anzahl, stichtag) -> BigDecimal.valueOf(anzahl == 1 ? 144 : anzahl == 2 ? 156 : 168),
                HEUTE);
    }
}
