package de.amtsfluss.processes.bearbeitungsfrist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Bearbeitungsfristen;
import de.amtsfluss.processes.Bearbeitungsfristen.Anlass;
import de.amtsfluss.processes.Frist.Beginn;
import de.amtsfluss.processes.Frist.Dauer;
import de.amtsfluss.processes.Frist.Einheit;
import de.amtsfluss.processes.Frist.Regel;
import de.amtsfluss.processes.Frist.Regime;
import de.amtsfluss.processes.Fristergebnis.OhneFrist;
import de.amtsfluss.processes.Fristuhren.Umstellung;
import de.amtsfluss.processes.Probe;
import de.amtsfluss.processes.Protokoll;
import de.amtsfluss.processes.Protokolleinsicht;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.frist.Rechner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

/** The clock of a Vorgang over its days, on a real database. */
@SpringBootTest(properties = "amtsfluss.roles=web")
@WithLocalStack(Part.POSTGRESQL)
class BearbeitungsfristTests {

    private static final Regel ONE_WEEK = new Regel(new Dauer(1, Einheit.WOCHEN), Beginn.EREIGNIS, Regime.AO, true);
    private static final List<Integer> STUFEN = List.of(-1, 3);
    private static final String GRUND = "Ein Nachweis wird nachgereicht";

    @Autowired
    BearbeitungsfristRepository repository;

    @Autowired
    Protokoll protokoll;

    @Autowired
    Protokolleinsicht einsicht;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Vorgaenge vorgaenge;

    @Test
    void daysOnWhichItStandsAreNotCounted() {
        var vorgang = begun("2026-11-26");
        assertThat(end(vorgang, "2026-11-26")).isEqualTo("2026-12-03");

        on("2026-11-30", fristen -> fristen.pause(vorgang, GRUND));
        var stand = on("2026-12-10", fristen -> fristen.stand(vorgang).orElseThrow());
        assertThat(stand.verbraucht()).isEqualTo(3);
        assertThat(stand.ende())
                .isInstanceOfSatisfying(
                        OhneFrist.class,
                        standing -> assertThat(standing.grund()).contains("30.11.2026", GRUND, "4 übrig"));
        on("2026-12-14", fristen -> fristen.resume(vorgang));

        assertThat(end(vorgang, "2026-12-14")).isEqualTo("2026-12-18");
        assertThat(einsicht.of(vorgang, Probe.PRUEFER))
                .filteredOn(entry -> "bearbeitungsfrist".equals(entry.was().metadatum()))
                .extracting(entry -> entry.was().neuerWert())
                .containsExactlyInAnyOrder("läuft", "steht", "läuft");
    }

    @Test
    void eachStepMayBeRepeated() {
        var vorgang = begun("2026-11-26");
        on("2026-12-01", fristen -> {
            fristen.begin(vorgang, ONE_WEEK, Rechner.noon("2026-12-01"));
            return fristen.resume(vorgang);
        });
        assertThat(end(vorgang, "2026-12-01")).isEqualTo("2026-12-03");

        on("2026-12-01", fristen -> fristen.pause(vorgang, GRUND));
        on("2026-12-02", fristen -> fristen.pause(vorgang, "Ein anderer Grund"));
        on("2026-12-02", fristen -> fristen.resume(vorgang));
        on("2026-12-09", fristen -> fristen.resume(vorgang));
        assertThat(end(vorgang, "2026-12-02")).isEqualTo("2026-12-07");
    }

    @Test
    void itStandsTwiceAndAtOnceAfterItWentOn() {
        var vorgang = begun("2026-11-26");
        on("2026-11-27", fristen -> fristen.pause(vorgang, GRUND));
        on("2026-11-30", fristen -> fristen.resume(vorgang));
        on("2026-11-30", fristen -> fristen.pause(vorgang, GRUND));
        on("2026-12-02", fristen -> fristen.resume(vorgang));

        assertThat(end(vorgang, "2026-12-02")).isEqualTo("2026-12-09");
    }

    @Test
    void afterItsEndItDoesNotStop() {
        var vorgang = begun("2026-11-26");

        var tooLate = on("2026-12-04", fristen -> fristen.pause(vorgang, GRUND));
        assertThat(tooLate)
                .isInstanceOfSatisfying(
                        Umstellung.Abgelehnt.class,
                        refused -> assertThat(refused.satz()).contains("03.12.2026 abgelaufen"));
        var onTheLastDay = on("2026-12-03", fristen -> fristen.pause(vorgang, GRUND));
        assertThat(onTheLastDay).isInstanceOf(Umstellung.Umgestellt.class);
    }

    @Test
    void eachStageIsReportedOnceAndTheSameQuestionGetsTheSameAnswer() {
        var vorgang = begun("2026-11-26");

        assertThat(check(vorgang, "2026-12-01", 1)).isEqualTo(Anlass.KEINER);
        assertThat(check(vorgang, "2026-12-02", 2)).isEqualTo(Anlass.ERINNERUNG);
        assertThat(check(vorgang, "2026-12-02", 2)).isEqualTo(Anlass.ERINNERUNG);
        assertThat(check(vorgang, "2026-12-07", 3)).isEqualTo(Anlass.KEINER);
        assertThat(check(vorgang, "2026-12-08", 4)).isEqualTo(Anlass.ESKALATION);
        assertThat(check(vorgang, "2026-12-09", 5)).isEqualTo(Anlass.KEINER);
    }

    @Test
    void nobodyIsRemindedWhileItStandsAndEverybodyAnewAfterwards() {
        var vorgang = begun("2026-11-26");
        assertThat(check(vorgang, "2026-12-02", 1)).isEqualTo(Anlass.ERINNERUNG);
        on("2026-12-03", fristen -> fristen.pause(vorgang, GRUND));

        assertThat(check(vorgang, "2027-01-20", 2)).isEqualTo(Anlass.KEINER);

        on("2027-01-20", fristen -> fristen.resume(vorgang));
        assertThat(check(vorgang, "2027-01-20", 3)).isEqualTo(Anlass.ERINNERUNG);
    }

    @Test
    void whatHasNotBegunIsSaid() {
        var vorgang = vorgang();

        var stand = on("2026-11-26", fristen -> fristen.stand(vorgang));
        assertThat(stand).isEmpty();
        assertThatThrownBy(() -> on("2026-11-26", fristen -> fristen.pause(vorgang, GRUND)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("has not");
    }

    private VorgangId begun(String day) {
        var vorgang = vorgang();
        on(day, fristen -> {
            fristen.begin(vorgang, ONE_WEEK, Rechner.noon(day));
            return vorgang;
        });
        return vorgang;
    }

    private String end(VorgangId vorgang, String day) {
        var stand = on(day, fristen -> fristen.stand(vorgang).orElseThrow());
        return Rechner.end(stand.ende()).toString();
    }

    private Anlass check(VorgangId vorgang, String day, long auftrag) {
        return on(day, fristen -> fristen.check(vorgang, STUFEN, auftrag));
    }

    /** What the service says on a day. */
    private <T> T on(String day, Function<Bearbeitungsfristen, T> question) {
        var rechner = Rechner.on(day);
        var service = new BearbeitungsfristService(
                repository, rechner.uhren(), rechner.fristen(), protokoll, rechner.clock());
        return Objects.requireNonNull(transactions.execute(status -> question.apply(service)));
    }

    private VorgangId vorgang() {
        var opened = vorgaenge.open(new Vorgaenge.NewVorgang(
                ThreadLocalRandom.current().nextLong(Long.MAX_VALUE),
                "probe",
                "999-1",
                "Probe",
                null,
                "portal",
                Set.of("probe"),
                Map.of()));
        return opened.vorgang().id();
    }
}
