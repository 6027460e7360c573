package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.processes.Auskuenfte.Format;
import de.amtsfluss.processes.Auskuenfte.Neu;
import de.amtsfluss.processes.Auskuenfte.Outcome;
import de.amtsfluss.processes.Auskunft.Nachweis;
import de.amtsfluss.processes.Auskunft.Person;
import de.amtsfluss.processes.Auskunft.Urteil;
import de.amtsfluss.processes.Auskunft.Verlaengerung;
import de.amtsfluss.processes.Auskunft.Zustand;
import de.amtsfluss.processes.Auskunftsinhalt.Angabe;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataIntegrityViolationException;

/** Who may do what, and when. */
class AuskuenfteTests extends AuskunftProbe {

    @Test
    void nothingIsSearchedOrToldBeforeItWasCheckedWhoAsks() {
        vorgang(person("Jutta " + nachname, BORN));
        var request = request(new Person("Jutta", nachname, null, BORN, null, null, null));

        assertThat(auskuenfte.search(request.id(), DORA))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.saetze().getFirst()).contains("wer anfragt"));
        assertThat(auskuenfte.release(request.id(), DORA)).isInstanceOf(Outcome.Refused.class);
        assertThat(now(request).kandidaten()).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("update processes.auskunft set gesucht_am = now() where id = :id")
                        .param("id", request.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);

        done(auskuenfte.identify(request.id(), Nachweis.AUSWEIS, DORA));

        assertThat(now(request).zustand()).isEqualTo(Zustand.GEPRUEFT);
        assertThat(auskuenfte.identify(request.id(), Nachweis.AUSWEIS, DORA)).isInstanceOf(Outcome.Refused.class);
        assertThat(done(auskuenfte.search(request.id(), DORA)).kandidaten()).hasSize(1);
    }

    @Test
    void forEverybodyElseThereIsNothing() {
        var vorgang = vorgang(person("Jutta " + nachname, BORN));
        var id = searched(new Person("Jutta", nachname, null, BORN, null, null, null))
                .id();
        done(auskuenfte.judge(id, vorgang, Urteil.BESTAETIGT, DORA));
        var before = protokoll();

        for (var stranger : List.of(Probe.PRUEFER, new Akteur("otto.mustermann", "Otto", Set.of("steueramt")))) {
            assertThat(auskuenfte.list(stranger)).isEmpty();
            assertThat(auskuenfte.find(id, stranger)).isEmpty();
            assertThat(auskuenfte.preview(id, vorgang, stranger)).isEmpty();
            assertThat(auskuenfte.answer(id, Format.JSON, stranger)).isEmpty();
            assertThat(List.of(
                            auskuenfte.request(neu(new Person("", "Anders", null, null, null, null, null)), stranger),
                            auskuenfte.identify(id, Nachweis.AUSWEIS, stranger),
                            auskuenfte.search(id, stranger),
                            auskuenfte.judge(id, vorgang, Urteil.AUSGESCHLOSSEN, stranger),
                            auskuenfte.check(id, vorgang, Set.of(), "", stranger),
                            auskuenfte.extend(id, new Verlaengerung("viel", today()), stranger),
                            auskuenfte.release(id, stranger),
                            auskuenfte.reject(id, "darum", stranger)))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.NotFound.class));
        }

        assertThat(protokoll()).isEqualTo(before);
        assertThat(auskuenfte.search(UUID.randomUUID(), DORA)).isInstanceOf(Outcome.NotFound.class);
        assertThat(auskuenfte.judge(id, VorgangId.random(), Urteil.BESTAETIGT, DORA))
                .isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void answersOnlyWhatWasJudgedAndCheckedAsItIsNow() {
        var vorgang = vorgang(Map.of("grund", "Bello"), person("Jutta " + nachname, BORN));
        var person = new Person("Jutta", nachname, null, BORN, null, null, null);
        var id = request(person).id();
        done(auskuenfte.identify(id, Nachweis.VOLLMACHT, DORA));
        assertRefused(id, "noch nicht gesucht");
        done(auskuenfte.search(id, DORA));
        assertRefused(id, "steht noch nicht fest");
        assertThat(auskuenfte.check(id, vorgang, Set.of(), "", DORA)).isInstanceOf(Outcome.Refused.class);
        done(auskuenfte.judge(id, vorgang, Urteil.BESTAETIGT, DORA));
        assertRefused(id, "nicht auf Daten Dritter geprüft");
        assertThat(auskuenfte.check(id, vorgang, Set.of(), "veraltet", DORA)).isInstanceOf(Outcome.Refused.class);
        check(id, vorgang);
        vorgaenge.supplement(vorgang, Map.of("grund", "Hasso"));
        assertRefused(id, "seit der Prüfung");
        check(id, vorgang);
        var late = vorgang(person("Jutta " + nachname, BORN));
        assertRefused(id, "hinzugekommen");
        done(auskuenfte.judge(id, late, Urteil.AUSGESCHLOSSEN, DORA));
        assertThat(auskuenfte.answer(id, Format.PDF, DORA)).isEmpty();

        assertThat(done(auskuenfte.release(id, DORA)).zustand()).isEqualTo(Zustand.ERTEILT);

        var told = answer(id);
        assertThat(told.path("schema").asString()).isEqualTo("amtsfluss-auskunft/1");
        assertThat(told.path("vorgaenge")).hasSize(1);
        assertThat(told.path("vorgaenge").path(0).path("angaben").path(0))
                .isEqualTo(json.valueToTree(new Angabe("angabe.grund", "grund", "Hasso", "Hasso")));
        assertThat(told.path("rechte").toString()).contains("Art. 77 DSGVO", "Art. 16", "Art. 17", "Art. 21");
        assertThat(auskuenfte.release(id, DORA)).isInstanceOf(Outcome.Refused.class);
        assertThat(auskuenfte.reject(id, "doch nicht", DORA)).isInstanceOf(Outcome.Refused.class);
        assertThat(auskuenfte.judge(id, late, Urteil.BESTAETIGT, DORA)).isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({"2025-05-01, 2025-06-02, 2025-08-01", "2025-01-31, 2025-02-28, 2025-04-30"})
    void isToBeAnsweredWithinAMonthAndOnceExtendedWithinThree(
            LocalDate receipt, LocalDate regular, LocalDate extended) {
        var person = new Person("Jutta", nachname, null, BORN, null, null, null);
        var id = done(auskuenfte.request(new Neu(receipt, Kanal.BRIEF, person), DORA))
                .id();
        assertThat(now(id).fristAm()).isEqualTo(regular);
        for (var told : List.of(receipt.minusDays(1), regular.plusDays(1), today().plusDays(1))) {
            assertThat(auskuenfte.extend(id, new Verlaengerung("Viele Vorgänge", told), DORA))
                    .isInstanceOf(Outcome.Refused.class);
        }
        assertThat(auskuenfte.extend(id, new Verlaengerung(" ", regular), DORA)).isInstanceOf(Outcome.Refused.class);

        done(auskuenfte.extend(id, new Verlaengerung("Viele Vorgänge", regular), DORA));

        assertThat(now(id).fristAm()).isEqualTo(extended);
        assertThat(now(id).verlaengerung()).isEqualTo(new Verlaengerung("Viele Vorgänge", regular));
        assertThat(auskuenfte.extend(id, new Verlaengerung("Noch mehr", regular), DORA))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whatIsEnteredWronglyIsSaidAtTheField() {
        var before = auskuenfte.list(DORA).size();
        var person = new Person(
                "x".repeat(201),
                " - ",
                "a\u202eb",
                LocalDate.of(1800, 1, 1),
                new Anschrift("Musterstraße 1", "", "Bielefeld"),
                "a@b",
                null);

        assertThat(auskuenfte.request(new Neu(today().plusDays(1), null, person), DORA))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.maengel())
                                .containsOnlyKeys(
                                        "eingegangenAm",
                                        "kanal",
                                        "vorname",
                                        "nachname",
                                        "fruehererName",
                                        "geburtsdatum",
                                        "strasse",
                                        "email"));
        assertThat(auskuenfte.list(DORA)).hasSize(before);
    }

    @Test
    void whatIsClassifiedIsReadOnlyByWhoMayReadIt() {
        var vorgang = vorgang(person("Jutta " + nachname, BORN));
        jdbc.sql("update processes.akte set vertraulichkeit = 'GEHEIM' where id in"
                        + " (select akte_id from processes.vorgang_akte where vorgang_id = :id)")
                .param("id", vorgang.value())
                .update();
        var id = searched(new Person("Jutta", nachname, null, BORN, null, null, null))
                .id();
        var cleared = new Akteur("dieter.mustermann", "Dieter", Set.of("datenschutz", "vs-geheim"));

        assertThat(of(now(id), vorgang).beteiligter()).isNull();
        assertThat(auskuenfte.judge(id, vorgang, Urteil.BESTAETIGT, DORA)).isInstanceOf(Outcome.Refused.class);
        done(auskuenfte.judge(id, vorgang, Urteil.BESTAETIGT, cleared));
        assertThat(auskuenfte.preview(id, vorgang, DORA)).isEmpty();
        var stand = auskuenfte.preview(id, vorgang, cleared).orElseThrow().stand();
        done(auskuenfte.check(id, vorgang, Set.of(), stand, cleared));
        assertRefused(id, "eingestuft");
        done(auskuenfte.release(id, cleared));
    }
}
