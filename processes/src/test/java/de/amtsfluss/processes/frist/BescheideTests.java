package de.amtsfluss.processes.frist;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Frist.Bekanntgabe;
import de.amtsfluss.processes.Frist.Belehrung;
import de.amtsfluss.processes.Frist.Rechtsbehelf;
import de.amtsfluss.processes.Frist.Regime;
import de.amtsfluss.processes.Frist.Versandart;
import de.amtsfluss.processes.Fristen;
import de.amtsfluss.processes.Fristergebnis.Abgelehnt;
import de.amtsfluss.processes.Fristergebnis.Angabe;
import de.amtsfluss.processes.Fristergebnis.Mangel;
import de.amtsfluss.processes.Fristergebnis.OhneFrist;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BescheideTests {

    private final Fristen fristen = Rechner.on("2026-11-20").fristen();

    @ParameterizedTest
    @CsvSource({
        "2024-12-30, VWVFG, 2025-01-02, 2025-02-03",
        "2025-01-02, VWVFG, 2025-01-06, 2025-02-06",
        "2026-01-27, VWVFG, 2026-01-31, 2026-03-02",
        "2026-01-27, AO,    2026-02-02, 2026-03-02",
        "2026-01-27, SGBX,  2026-01-31, 2026-03-02",
        "2026-04-30, VWVFG, 2026-05-04, 2026-06-05",
        "2026-04-30, AO,    2026-05-04, 2026-06-05",
        "2026-09-29, VWVFG, 2026-10-03, 2026-11-03",
        "2026-09-29, SGBX,  2026-10-03, 2026-11-03",
        "2026-09-29, AO,    2026-10-05, 2026-11-05",
        "2026-11-27, VWVFG, 2026-12-01, 2027-01-04",
        "2026-11-27, AO,    2026-12-01, 2027-01-04"
    })
    void aLetterCountsAsAnnouncedAfterDays(LocalDate sent, Regime regime, LocalDate announced, LocalDate ende) {
        var letter = letter(regime, sent);

        assertThat(Rechner.end(fristen.compute(letter))).isEqualTo(announced);
        assertThat(Rechner.end(fristen.compute(new Rechtsbehelf(letter, Belehrung.RICHTIG))))
                .isEqualTo(ende);
    }

    @Test
    void saysEachStep() {
        var letter = letter(Regime.VWVFG, LocalDate.parse("2026-09-29"));

        assertThat(Rechner.sentences(fristen.compute(new Rechtsbehelf(letter, Belehrung.RICHTIG))))
                .containsExactly(
                        "Aufgabe zur Post am Dienstag, 29.09.2026.",
                        "Der Bescheid gilt am vierten Tag nach der Aufgabe zur Post als bekannt gegeben: Samstag,"
                                + " 03.10.2026 (§ 41 Abs. 2 VwVfG NRW).",
                        "Der 03.10.2026 ist ein Feiertag (Tag der Deutschen Einheit); der Tag der Bekanntgabe"
                                + " verschiebt sich nicht.",
                        "Gegen die Entscheidung ist Klage innerhalb eines Monats nach Bekanntgabe beim"
                                + " Verwaltungsgericht Minden, Königswall 8, 32423 Minden, zulässig, weil das"
                                + " Widerspruchsverfahren in Nordrhein-Westfalen grundsätzlich abgeschafft ist und die"
                                + " Rechtsbehelfsbelehrung richtig erteilt wurde (§ 110 JustG NRW, § 74 VwGO).",
                        "Der Tag der Bekanntgabe, Samstag, 03.10.2026, zählt nicht mit; die Frist beginnt am Sonntag,"
                                + " 04.10.2026 (§ 57 Abs. 2 VwGO, § 222 Abs. 1 ZPO, § 187 Abs. 1 BGB).",
                        "Die Frist von einem Monat endet an dem Tag mit der Zahl des Ereignistags: Dienstag,"
                                + " 03.11.2026 (§ 188 Abs. 2 BGB).");
    }

    @Test
    void taxesMoveTheDayItself() {
        assertThat(Rechner.sentences(fristen.compute(letter(Regime.AO, LocalDate.parse("2026-09-29")))))
                .last()
                .isEqualTo("Der 03.10.2026 ist ein Feiertag (Tag der Deutschen Einheit), der 04.10.2026 ein Sonntag;"
                        + " bekannt gegeben ist der Bescheid daher am nächsten Werktag: Montag, 05.10.2026"
                        + " (§ 122 Abs. 2 AO, § 108 Abs. 3 AO).");
    }

    @ParameterizedTest
    @CsvSource({"FEHLT, 2027-10-04", "UNRICHTIG, 2027-10-04", "RICHTIG, 2026-11-03"})
    void withoutRightInstructionAYearRuns(Belehrung belehrung, LocalDate ende) {
        var letter = letter(Regime.VWVFG, LocalDate.parse("2026-09-29"));

        assertThat(Rechner.end(fristen.compute(new Rechtsbehelf(letter, belehrung))))
                .isEqualTo(ende);
    }

    @ParameterizedTest
    @CsvSource({
        "ELEKTRONISCH, 2024-12-31, 2025-01-03",
        "ELEKTRONISCH, 2025-01-01, 2025-01-05",
        "POSTFACH,     2026-03-02, 2026-03-06",
        "PZU,          2026-03-07, 2026-03-07"
    })
    void otherWaysHaveDaysOfTheirOwn(Versandart art, LocalDate sent, LocalDate announced) {
        assertThat(Rechner.end(fristen.compute(new Bekanntgabe("ifg-antrag", art, sent, null))))
                .isEqualTo(announced);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-02, 2026-10-03", "2026-10-03, 2026-10-03", "2026-10-08, 2026-10-08"})
    void onlyALaterArrivalCounts(LocalDate arrived, LocalDate announced) {
        var letter = new Bekanntgabe("ifg-antrag", Versandart.POST, LocalDate.parse("2026-09-29"), arrived);

        assertThat(Rechner.end(fristen.compute(letter))).isEqualTo(announced);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-02, 2026-11-03", "2026-11-06, 2026-11-07", "2026-11-12, 2026-11-13"})
    void whatIsRetrievedCountsOnTheNextDay(LocalDate retrieved, LocalDate announced) {
        assertThat(Rechner.end(fristen.compute(retrieval("2026-11-02", retrieved))))
                .isEqualTo(announced);
    }

    @Test
    void whatIsNotRetrievedInTenDaysIsNotAnnounced() {
        assertThat(fristen.compute(retrieval("2026-11-09", null)))
                .isInstanceOfSatisfying(
                        OhneFrist.class,
                        none -> assertThat(none.grund())
                                .isEqualTo(
                                        "Der Bescheid wurde bis Donnerstag, 19.11.2026 nicht abgerufen und ist deshalb nicht"
                                                + " bekannt gegeben."));
        assertThat(fristen.compute(retrieval("2026-11-02", LocalDate.parse("2026-11-13"))))
                .isInstanceOf(OhneFrist.class);
        assertThat(fristen.compute(new Rechtsbehelf(retrieval("2026-11-02", null), Belehrung.RICHTIG)))
                .isInstanceOf(OhneFrist.class);
    }

    @Test
    void whatCanStillBeRetrievedIsNotAnnouncedYet() {
        assertThat(Rechner.sentences(fristen.compute(retrieval("2026-11-10", null))))
                .containsExactly("Der Bescheid ist noch nicht abgerufen und deshalb noch nicht bekannt gegeben.");
    }

    @ParameterizedTest
    @EnumSource(Versandart.class)
    void withoutRecordedDispatchNothingCountsAsAnnounced(Versandart art) {
        assertThat(fristen.compute(new Bekanntgabe("ifg-antrag", art, null, LocalDate.parse("2026-11-02"))))
                .isInstanceOf(OhneFrist.class);
    }

    @Test
    void aDispatchInTheFutureIsAllowed() {
        assertThat(Rechner.end(fristen.compute(letter(Regime.VWVFG, LocalDate.parse("2027-03-01")))))
                .isEqualTo("2027-03-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023-12-31", "1999-12-31", "2100-01-01"})
    void refusesADayNeitherTableNorCalendarKnow(LocalDate sent) {
        assertThat(fristen.compute(letter(Regime.VWVFG, sent))).isInstanceOf(Abgelehnt.class);
    }

    @Test
    void refusesAnArrivalBeforeTheDispatch() {
        var letter = new Bekanntgabe(
                "ifg-antrag", Versandart.POST, LocalDate.parse("2026-09-29"), LocalDate.parse("2026-09-28"));

        assertThat(((Abgelehnt) fristen.compute(letter)).maengel())
                .extracting(Mangel::angabe)
                .containsExactly(Angabe.ZUGANG_AM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sperrmuell-abholen", "'; drop table"})
    void refusesAProcedureTheTableDoesNotKnow(String verfahren) {
        var letter = new Bekanntgabe(verfahren, Versandart.POST, LocalDate.parse("2026-09-29"), null);

        assertThat(Rechner.sentences(fristen.compute(letter)))
                .containsExactly("Für dieses Verfahren, diese Versandart und diesen Tag ist in der"
                        + " Entscheidungstabelle „bekanntgabe“ keine Regel hinterlegt.");
    }

    @Test
    void leavesToTheRechtsamtWhatIsNotConfirmed() {
        var retrieval = new Bekanntgabe(
                Regime.AO.verfahren(), Versandart.ABRUF, LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-03"));

        assertThat(Rechner.sentences(fristen.compute(retrieval)))
                .singleElement()
                .asString()
                .startsWith("Der Bescheid gilt an einem vom Rechtsamt zu bestimmenden Tag als bekannt gegeben");
    }

    @Test
    void anEndBeyondTheKnownHolidaysIsTheDispatchsFault() {
        var letter = letter(Regime.VWVFG, LocalDate.parse("2099-12-30"));

        assertThat(((Abgelehnt) fristen.compute(letter)).maengel())
                .extracting(Mangel::angabe)
                .containsExactly(Angabe.VERSANDT_AM);
    }

    private static Bekanntgabe letter(Regime regime, LocalDate sent) {
        return new Bekanntgabe(regime.verfahren(), Versandart.POST, sent, null);
    }

    private static Bekanntgabe retrieval(String sent, @Nullable LocalDate retrieved) {
        return new Bekanntgabe("ifg-antrag", Versandart.ABRUF, LocalDate.parse(sent), retrieved);
    }
}
