package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Beteiligungsschritt.Adressat;
import de.amtsfluss.processes.Beteiligungsschritt.Adressat.Gruppe;
import de.amtsfluss.processes.Beteiligungsschritt.Adressat.Person;
import de.amtsfluss.processes.Beteiligungsschritt.Vermerk;
import de.amtsfluss.processes.Geschaeftsgaenge.NeuerSchritt;
import de.amtsfluss.processes.Geschaeftsgaenge.Outcome;
import de.amtsfluss.processes.Geschaeftsgaenge.Start;
import de.amtsfluss.processes.Vertretungen.NeueVertretung;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class GeschaeftsgangIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<String, @Nullable Object> SIGNED = Map.of("vermerk", "GEZEICHNET");
    private static final String REASON = "Die Nachbarin war nicht gehört.";

    @Autowired
    Geschaeftsgaenge geschaeftsgaenge;

    @Autowired
    GeschaeftsgangAblauf ablauf;

    @Autowired
    Vertretungen vertretungen;

    @Autowired
    Aufgaben aufgaben;

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Dokumente dokumente;

    @Autowired
    List<ZdaHindernis> hindernisse;

    @Autowired
    JdbcClient jdbc;

    /** People of this test only, so that tests do not see each other's tasks and Vertretungen. */
    private final String own = Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000), 36);

    private final Akteur author = person("anna", "amt");
    private final Akteur colleague = person("bert", "amt");
    private final Akteur chief = person("chris");
    private final Akteur other = person("dora", "anderes");
    private VorgangId vorgang = VorgangId.random();
    private DokumentId draft = DokumentId.random();

    private Akteur person(String name, String... gruppen) {
        var kennung = "%s.mustermann-%s".formatted(name, own);
        return new Akteur(
                kennung,
                kennung,
                Set.copyOf(
                        Arrays.stream(gruppen).map(gruppe -> gruppe + "-" + own).toList()));
    }

    @BeforeEach
    void theAuthorDrafts() {
        vorgang = vorgaenge
                .open(new Vorgaenge.NewVorgang(
                        ThreadLocalRandom.current().nextLong(Long.MIN_VALUE, 0),
                        "probe",
                        "999-1",
                        "Probe",
                        null,
                        "brief",
                        Set.of("amt-" + own),
                        Map.of()))
                .vorgang()
                .id();
        Handelnder.person(author)
                .run(() -> dokumente.draft(draft, vorgang, "Bescheid.pdf", "application/pdf", new byte[] {1}));
    }

    @Test
    void aDraftGoesRoundUntilItIsSignedAndFiled() {
        var id = start(
                step(1, Verfuegung.ZUR_MITZEICHNUNG, to(colleague)),
                step(1, Verfuegung.ZUR_MITZEICHNUNG, new Gruppe("anderes-" + own)),
                step(2, Verfuegung.SCHLUSSZEICHNUNG, to(chief)));
        assertThat(vorgaenge.find(vorgang, chief)).isEmpty();

        complete(colleague, "Entwurf mitzeichnen", SIGNED);
        var refusing = taskOf(other, "Entwurf mitzeichnen");
        assertThat(vorgaenge.find(vorgang, other)).isPresent();
        assertThat(aufgaben.claim(refusing.key(), other)).isInstanceOf(Aufgaben.Outcome.Done.class);
        assertThat(aufgaben.complete(refusing.key(), other, Map.of("vermerk", "NICHT_GEZEICHNET", "begruendung", " ")))
                .isInstanceOfSatisfying(
                        Aufgaben.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.messages()).containsOnlyKeys("begruendung"));
        assertThat(aufgaben.complete(
                        refusing.key(), other, Map.of("vermerk", "NICHT_GEZEICHNET", "begruendung", REASON)))
                .isInstanceOf(Aufgaben.Outcome.Done.class);
        complete(author, "Entwurf überarbeiten", Map.of("erneut", true));
        complete(colleague, "Entwurf mitzeichnen", SIGNED);
        aufgaben.claim(taskOf(other, "Entwurf mitzeichnen").key(), other);
        complete(other, "Entwurf mitzeichnen", SIGNED);
        assertThat(dokumente.of(vorgang).getFirst().abgelegtAm()).isNull();
        complete(chief, "Entwurf abschließend zeichnen", SIGNED);

        assertThat(dokumente.of(vorgang).getFirst().abgelegtAm()).isNotNull();
        awaitStatus(id, Geschaeftsgang.Status.ABGESCHLOSSEN);
        assertThat(laufweg(id))
                .extracting(
                        Beteiligungsschritt::nummer, Beteiligungsschritt::stufe, GeschaeftsgangIntegrationTests::how)
                .containsExactly(
                        tuple(1, 1, Vermerk.GEZEICHNET),
                        tuple(2, 1, Vermerk.NICHT_GEZEICHNET),
                        tuple(3, 2, Vermerk.GEZEICHNET),
                        tuple(4, 2, Vermerk.GEZEICHNET),
                        tuple(5, 3, Vermerk.GEZEICHNET));
        assertThat(laufweg(id).get(1).bearbeitung())
                .extracting(Beteiligungsschritt.Bearbeitung::begruendung)
                .isEqualTo(REASON);
        assertThat(everythingIn("task_completion") + everythingIn("protokoll") + everythingIn("beteiligungsschritt"))
                .doesNotContain(REASON);
    }

    @Test
    void aRefusalEndsTheOtherStepsOfTheStufeAndTheAuthorMayWithdraw() {
        var id = start(
                step(1, Verfuegung.ZUR_MITZEICHNUNG, to(colleague)),
                step(1, Verfuegung.ZUR_MITZEICHNUNG, to(other)),
                step(1, Verfuegung.ZUR_KENNTNIS, to(chief)),
                step(2, Verfuegung.SCHLUSSZEICHNUNG, to(chief)));
        taskOf(chief, "Entwurf zur Kenntnis nehmen");
        var late = taskOf(colleague, "Entwurf mitzeichnen").key();

        complete(other, "Entwurf mitzeichnen", Map.of("vermerk", "NICHT_GEZEICHNET", "begruendung", REASON));
        assertThat(aufgaben.complete(late, colleague, SIGNED))
                .isInstanceOfAny(Aufgaben.Outcome.Conflict.class, Aufgaben.Outcome.NotFound.class);
        var revising = taskOf(author, "Entwurf überarbeiten");
        assertThat(geschaeftsgaenge.find(id, author))
                .hasValueSatisfying(
                        found -> assertThat(found.status()).isEqualTo(Geschaeftsgang.Status.UEBERARBEITUNG));
        await().atMost(PATIENCE).until(() -> aufgaben.list(colleague).isEmpty());
        assertThat(aufgaben.complete(revising.key(), author, Map.of("erneut", false)))
                .isInstanceOf(Aufgaben.Outcome.Done.class);

        assertThat(geschaeftsgaenge.find(id, author))
                .hasValueSatisfying(
                        found -> assertThat(found.status()).isEqualTo(Geschaeftsgang.Status.ZURUECKGEZOGEN));
        assertThat(laufweg(id))
                .extracting(Beteiligungsschritt::status, GeschaeftsgangIntegrationTests::how)
                .containsExactly(
                        tuple(Beteiligungsschritt.Status.UEBERSPRUNGEN, Vermerk.ABGEBROCHEN),
                        tuple(Beteiligungsschritt.Status.ABGESCHLOSSEN, Vermerk.NICHT_GEZEICHNET),
                        tuple(Beteiligungsschritt.Status.UEBERSPRUNGEN, Vermerk.ABGEBROCHEN),
                        tuple(Beteiligungsschritt.Status.UEBERSPRUNGEN, Vermerk.ABGEBROCHEN));
        await().atMost(PATIENCE).until(() -> aufgaben.list(chief).isEmpty());
        assertThat(start(step(1, Verfuegung.ZUR_BEARBEITUNG, to(colleague)))).isNotEqualTo(id);
    }

    @Test
    void nobodySignsADraftOfHisOwnNorWhoeverStandsInForItsAuthor() {
        start(
                step(1, Verfuegung.ZUR_MITZEICHNUNG, new Gruppe("amt-" + own)),
                step(1, Verfuegung.ZUR_MITZEICHNUNG, to(chief)),
                step(2, Verfuegung.SCHLUSSZEICHNUNG, to(other)));
        var ofTheGroup = taskOf(author, "Entwurf mitzeichnen").key();
        var deputy = person("emil", "amt");
        var deputyOfTheDeputy = person("fred", "amt");
        stand(deputy, author, 0, 3);
        stand(deputyOfTheDeputy, deputy, 0, 3);
        stand(author, chief, 0, 3);

        for (var somebody : List.of(author, deputy, deputyOfTheDeputy)) {
            assertThat(aufgaben.claim(ofTheGroup, somebody))
                    .isInstanceOfSatisfying(Aufgaben.Outcome.Conflict.class, this::isFourEyes);
        }
        var ofTheChief = taskOf(chief, "Entwurf mitzeichnen").key();
        assertThat(aufgaben.complete(ofTheChief, author, SIGNED))
                .isInstanceOfSatisfying(Aufgaben.Outcome.Conflict.class, this::isFourEyes);
        // Claimed around the claim, as somebody with access to the engine could.
        jdbc.sql("update processes.user_task set assignee = :author where key = :key")
                .param("author", author.kennung())
                .param("key", ofTheGroup.value())
                .update();
        assertThat(aufgaben.complete(ofTheGroup, author, SIGNED))
                .isInstanceOfSatisfying(Aufgaben.Outcome.Conflict.class, this::isFourEyes);
        assertThat(aufgaben.complete(ofTheGroup, deputy, SIGNED))
                .isInstanceOfSatisfying(Aufgaben.Outcome.Conflict.class, this::isFourEyes);
    }

    @Test
    void whoIsOnlyToSeeItMayDoSoAfterTheEnd() {
        var id = start(
                step(1, Verfuegung.ZUR_KENNTNIS, to(chief)),
                step(2, Verfuegung.ZUR_BEARBEITUNG, to(colleague)),
                step(3, Verfuegung.ZUR_KENNTNIS, to(other)));
        complete(colleague, "Verfügung ausführen", Map.of());
        awaitStatus(id, Geschaeftsgang.Status.ABGESCHLOSSEN);

        complete(chief, "Entwurf zur Kenntnis nehmen", Map.of("begruendung", "Danke."));
        complete(other, "Entwurf zur Kenntnis nehmen", Map.of());

        assertThat(laufweg(id))
                .extracting(GeschaeftsgangIntegrationTests::how)
                .containsExactly(Vermerk.GESEHEN, Vermerk.ERLEDIGT, Vermerk.GESEHEN);
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("""
                        select p.state from processes.process_instance p
                        join processes.geschaeftsgang g on g.process_instance_key = p.key
                        where g.id = :id""")
                        .param("id", id.value())
                        .query(String.class)
                        .single()
                        .equals("COMPLETED"));
    }

    @Test
    void nobodySignsADraftHeHasChanged() {
        start(step(1, Verfuegung.ZUR_MITZEICHNUNG, to(chief)));
        Handelnder.person(chief)
                .run(() -> dokumente.draft(draft, vorgang, "Bescheid.pdf", "application/pdf", new byte[] {2}));

        assertThat(aufgaben.complete(taskOf(chief, "Entwurf mitzeichnen").key(), chief, SIGNED))
                .isInstanceOfSatisfying(Aufgaben.Outcome.Conflict.class, this::isFourEyes);
        assertThat(geschaeftsgaenge.start(
                        new Start(vorgang, null, List.of(step(1, Verfuegung.ZUR_MITZEICHNUNG, to(author)))), author))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.messages()).containsOnlyKeys("schritte[0].adressat"));
    }

    @Test
    void aDeputyCompletesTheTasksOfWhomHeStandsInForInThatTimeOnly() {
        var id = start(step(1, Verfuegung.ZUR_MITZEICHNUNG, to(chief)));
        var task = taskOf(chief, "Entwurf mitzeichnen").key();
        var deputy = person("emil");
        var later = person("fritz");
        stand(later, chief, 1, 3);
        assertThat(aufgaben.find(task, deputy)).isEmpty();
        var vertretung = stand(deputy, chief, 0, 0);
        assertThat(aufgaben.list(deputy)).extracting(Aufgabe::key).contains(task);
        assertThat(aufgaben.complete(task, later, SIGNED)).isInstanceOf(Aufgaben.Outcome.NotFound.class);
        vertretungen.end(vertretung.id(), chief);
        assertThat(aufgaben.complete(task, deputy, SIGNED)).isInstanceOf(Aufgaben.Outcome.NotFound.class);
        assertThat(vertretungen.end(vertretung.id(), chief)).isInstanceOf(Vertretungen.Outcome.NotFound.class);

        stand(deputy, chief, 0, 0);
        assertThat(vorgaenge.find(vorgang, deputy)).isPresent();
        assertThat(aufgaben.complete(task, deputy, SIGNED)).isInstanceOf(Aufgaben.Outcome.Done.class);

        assertThat(laufweg(id).getFirst().bearbeitung()).satisfies(bearbeitung -> {
            assertThat(bearbeitung).isNotNull();
            assertThat(bearbeitung.bearbeiter()).isEqualTo(deputy.kennung());
            assertThat(bearbeitung.fuer()).isEqualTo(chief.kennung());
        });
        assertThat(jdbc.sql("select distinct fuer from processes.protokoll where akteur = :deputy")
                        .param("deputy", deputy.kennung())
                        .query(String.class)
                        .list())
                .containsExactly(chief.kennung());
    }

    @Test
    void whoEntersADeputyIsToldWhatIsWrong() {
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));

        assertThat(vertretungen.enter(new NeueVertretung(null, null, null), chief))
                .isInstanceOfSatisfying(
                        Vertretungen.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.messages()).containsOnlyKeys("wer", "von", "bis"));
        assertThat(vertretungen.enter(new NeueVertretung(chief.kennung(), today, today.minusDays(5)), chief))
                .isInstanceOfSatisfying(
                        Vertretungen.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.messages()).containsOnlyKeys("wer", "bis"));
        assertThat(vertretungen.enter(new NeueVertretung("'; drop table", today.plusDays(2), today.plusDays(1)), chief))
                .isInstanceOfSatisfying(
                        Vertretungen.Outcome.Invalid.class,
                        invalid -> assertThat(invalid.messages()).containsOnlyKeys("wer", "bis"));
    }

    @Test
    void onlyThePartThatHasNotBegunChanges() {
        var id = start(
                step(1, Verfuegung.ZUR_BEARBEITUNG, to(colleague)),
                step(2, Verfuegung.RUECKSPRACHE, to(other)),
                step(3, Verfuegung.SCHLUSSZEICHNUNG, to(chief)));
        taskOf(colleague, "Verfügung ausführen");
        var steps = laufweg(id);

        assertThat(geschaeftsgaenge.skip(id, steps.getFirst().id(), "unnötig", author))
                .isInstanceOf(Outcome.Conflict.class);
        assertThat(geschaeftsgaenge.skip(id, steps.get(1).id(), " ", author)).isInstanceOf(Outcome.Invalid.class);
        assertThat(geschaeftsgaenge.skip(id, steps.get(1).id(), "unnötig", other))
                .isInstanceOf(Outcome.NotFound.class);
        assertThat(geschaeftsgaenge.skip(id, steps.get(1).id(), "unnötig", author))
                .isInstanceOf(Outcome.Done.class);
        assertThat(geschaeftsgaenge.insert(id, step(1, Verfuegung.ZUR_KENNTNIS, to(other)), author))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(geschaeftsgaenge.insert(id, step(2, Verfuegung.ZUR_BEARBEITUNG, to(other)), author))
                .isInstanceOf(Outcome.Done.class);
        assertThat(geschaeftsgaenge.insert(
                        id, new NeuerSchritt(2, true, Verfuegung.ZUR_KENNTNIS, to(chief), null, null), author))
                .isInstanceOf(Outcome.Done.class);

        assertThat(laufweg(id))
                .extracting(
                        Beteiligungsschritt::nummer,
                        Beteiligungsschritt::stufe,
                        Beteiligungsschritt::verfuegung,
                        Beteiligungsschritt::status)
                .containsExactly(
                        tuple(1, 1, Verfuegung.ZUR_BEARBEITUNG, Beteiligungsschritt.Status.AKTUELL),
                        tuple(2, 2, Verfuegung.ZUR_BEARBEITUNG, Beteiligungsschritt.Status.ZUKUENFTIG),
                        tuple(3, 2, Verfuegung.ZUR_KENNTNIS, Beteiligungsschritt.Status.ZUKUENFTIG),
                        tuple(4, 3, Verfuegung.RUECKSPRACHE, Beteiligungsschritt.Status.UEBERSPRUNGEN),
                        tuple(5, 4, Verfuegung.SCHLUSSZEICHNUNG, Beteiligungsschritt.Status.ZUKUENFTIG));
    }

    @Test
    void whatIsInsertedIsDoneAndWhatIsSkippedIsNot() {
        var id = start(
                step(1, Verfuegung.ZUR_BEARBEITUNG, to(colleague)),
                step(2, Verfuegung.RUECKSPRACHE, to(other)),
                step(3, Verfuegung.SCHLUSSZEICHNUNG, to(chief)));
        taskOf(colleague, "Verfügung ausführen");
        geschaeftsgaenge.skip(id, laufweg(id).get(1).id(), "unnötig", author);
        geschaeftsgaenge.insert(id, step(3, Verfuegung.ZUR_BEARBEITUNG, to(other)), author);

        complete(colleague, "Verfügung ausführen", Map.of());
        complete(other, "Verfügung ausführen", Map.of());

        complete(chief, "Entwurf abschließend zeichnen", SIGNED);
        awaitStatus(id, Geschaeftsgang.Status.ABGESCHLOSSEN);
        assertThat(laufweg(id))
                .extracting(Beteiligungsschritt::verfuegung, GeschaeftsgangIntegrationTests::how)
                .containsExactly(
                        tuple(Verfuegung.ZUR_BEARBEITUNG, Vermerk.ERLEDIGT),
                        tuple(Verfuegung.RUECKSPRACHE, Vermerk.UEBERSPRUNGEN),
                        tuple(Verfuegung.ZUR_BEARBEITUNG, Vermerk.ERLEDIGT),
                        tuple(Verfuegung.SCHLUSSZEICHNUNG, Vermerk.GEZEICHNET));
    }

    @Test
    void whatHasEndedNeverChanges() {
        var id = start(
                step(1, Verfuegung.ZUR_BEARBEITUNG, to(colleague)), step(2, Verfuegung.SCHLUSSZEICHNUNG, to(chief)));
        var steps = laufweg(id);
        complete(colleague, "Verfügung ausführen", Map.of("begruendung", "Getan."));
        taskOf(chief, "Entwurf abschließend zeichnen");
        for (var change : List.of(
                "update processes.beteiligungsschritt set vermerk = 'GESEHEN' where id = :id",
                "update processes.beteiligungsschritt set nummer = 9 where id = :id",
                "delete from processes.beteiligungsschritt where id = :id")) {
            assertThatThrownBy(() ->
                            jdbc.sql(change).param("id", steps.getFirst().id()).update())
                    .hasMessageContaining("Expected step 1 of the Geschäftsgang to stay");
        }
    }

    @Test
    void aLaufwegThatCannotBeWalkedIsNotStarted() {
        var past = LocalDate.now(ZoneId.of("Europe/Berlin")).minusDays(2);

        assertThat(wrong()).containsOnlyKeys("schritte");
        assertThat(wrong(step(2, Verfuegung.ZUR_KENNTNIS, to(other)))).containsOnlyKeys("schritte[0].stufe");
        assertThat(wrong(step(1, Verfuegung.ZU_DEN_AKTEN, to(other)), step(2, Verfuegung.ZUR_KENNTNIS, to(other))))
                .containsOnlyKeys("schritte");
        assertThat(wrong(step(1, Verfuegung.ZUR_KENNTNIS, to(other)), step(1, Verfuegung.ZUR_KENNTNIS, to(other))))
                .containsOnlyKeys("schritte[1].adressat");
        assertThat(wrong(
                        step(1, Verfuegung.WIEDERVORLAGE, to(other)),
                        new NeuerSchritt(
                                1, false, Verfuegung.ZUR_KENNTNIS, new Person("Kein Name"), past, "x".repeat(501))))
                .containsOnlyKeys(
                        "schritte[0].termin", "schritte[1].adressat", "schritte[1].termin", "schritte[1].notiz");
        var steps = List.of(step(1, Verfuegung.ZUR_KENNTNIS, to(other)));
        assertThat(geschaeftsgaenge.start(new Start(vorgang, DokumentId.random(), steps), author))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(geschaeftsgaenge.start(new Start(vorgang, null, steps), other))
                .isInstanceOf(Outcome.NotFound.class);
        start(step(1, Verfuegung.ZUR_BEARBEITUNG, to(other)));
        assertThat(geschaeftsgaenge.start(new Start(vorgang, draft, steps), author))
                .isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void aWiedervorlageIsMovedForAReasonBeforeItIsDue() {
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        var id = start(
                new NeuerSchritt(1, false, Verfuegung.WIEDERVORLAGE, to(colleague), today.plusDays(7), "Stand?"),
                step(2, Verfuegung.ZUR_BEARBEITUNG, to(other)));
        await().atMost(PATIENCE).until(() -> laufweg(id).getFirst().status() == Beteiligungsschritt.Status.AKTUELL);
        var step = laufweg(id).getFirst().id();

        assertThat(geschaeftsgaenge.move(id, step, today, "später", author)).isInstanceOf(Outcome.Invalid.class);
        assertThat(geschaeftsgaenge.move(id, step, today.plusDays(9), "", author))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(geschaeftsgaenge.move(id, laufweg(id).get(1).id(), today.plusDays(9), "später", author))
                .isInstanceOf(Outcome.Conflict.class);
        assertThat(geschaeftsgaenge.move(id, step, today.plusDays(9), "später", author))
                .isInstanceOf(Outcome.Done.class);

        assertThat(laufweg(id).getFirst().termin()).isEqualTo(today.plusDays(9));
        assertThat(laufweg(id).getFirst().notiz()).isEqualTo("Stand?\nVerschoben: später");
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("""
                        select count(*) from processes.message_outbox
                        where name = 'geschaeftsgang.wiedervorlageVerschoben' and correlation_key = :step
                          and state = 'DONE'""")
                                .param("step", step.toString())
                                .query(Integer.class)
                                .single()
                        == 1);
        assertThat(aufgaben.list(colleague)).isEmpty();
        assertThat(hindernisse.stream().flatMap(hindernis -> hindernis.of(vorgang).stream()))
                .anySatisfy(sentence -> assertThat(sentence)
                        .endsWith(" steht eine Wiedervorlage am %s aus."
                                .formatted(DateTimeFormatter.ofPattern("dd.MM.yyyy")
                                        .format(today.plusDays(9)))));
    }

    @Test
    void aVorgangIsClosedOnlyWhenNothingIsOpen() {
        start(step(1, Verfuegung.ZU_DEN_AKTEN, to(colleague)));
        var task = taskOf(colleague, "Vorgang zu den Akten verfügen");

        assertThat(aufgaben.unclaim(task.key(), colleague)).isInstanceOf(Aufgaben.Outcome.Conflict.class);
        assertThat(aufgaben.complete(task.key(), colleague, Map.of()))
                .isInstanceOfSatisfying(
                        Aufgaben.Outcome.Conflict.class,
                        conflict -> assertThat(conflict.sentence()).contains("Entwurf"));
        dokumente.file(draft);
        assertThat(aufgaben.complete(task.key(), colleague, Map.of())).isInstanceOf(Aufgaben.Outcome.Done.class);

        assertThat(vorgaenge.find(vorgang))
                .hasValueSatisfying(closed -> assertThat(closed.status()).isEqualTo(Vorgang.Status.ABGESCHLOSSEN));
        assertThat(geschaeftsgaenge.start(
                        new Start(vorgang, null, List.of(step(1, Verfuegung.ZUR_KENNTNIS, to(other)))), author))
                .isInstanceOf(Outcome.Conflict.class);
    }

    @Test
    void aRepeatedJobBeginsTheSameStufeAndASecondProcessNone() {
        var id = start(
                step(1, Verfuegung.ZUR_BEARBEITUNG, to(colleague)), step(2, Verfuegung.ZUR_BEARBEITUNG, to(other)));
        taskOf(colleague, "Verfügung ausführen");
        var row = jdbc.sql("select process_instance_key, begonnen_durch from processes.geschaeftsgang where id = :id")
                .param("id", id.value())
                .query((found, number) -> new long[] {found.getLong(1), found.getLong(2)})
                .single();

        var repeated = ablauf.begin(id, row[0], row[1]);
        var foreign = ablauf.begin(id, row[0] + 1, row[1] + 1);

        assertThat(repeated.schritte())
                .extracting(GeschaeftsgangAblauf.Auftrag::person)
                .containsExactly(colleague.kennung());
        assertThat(foreign.weiter()).isFalse();
        assertThat(laufweg(id).get(1).status()).isEqualTo(Beteiligungsschritt.Status.ZUKUENFTIG);
    }

    private void isFourEyes(Aufgaben.Outcome.Conflict conflict) {
        assertThat(conflict.sentence()).contains("Vier-Augen-Prinzip");
    }

    private GeschaeftsgangId start(NeuerSchritt... steps) {
        var outcome = geschaeftsgaenge.start(new Start(vorgang, draft, List.of(steps)), author);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).geschaeftsgang().id();
    }

    private Map<String, String> wrong(NeuerSchritt... steps) {
        var outcome = geschaeftsgaenge.start(new Start(vorgang, draft, List.of(steps)), author);
        assertThat(outcome).isInstanceOf(Outcome.Invalid.class);
        return ((Outcome.Invalid) outcome).messages();
    }

    private static NeuerSchritt step(int stufe, Verfuegung verfuegung, Adressat adressat) {
        return new NeuerSchritt(stufe, false, verfuegung, adressat, null, null);
    }

    private static Adressat to(Akteur akteur) {
        return new Person(akteur.kennung());
    }

    private Vertretungen.Vertretung stand(Akteur deputy, Akteur fuer, int from, int to) {
        var today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        var outcome = vertretungen.enter(
                new NeueVertretung(deputy.kennung(), today.plusDays(from), today.plusDays(to)), fuer);
        assertThat(outcome).isInstanceOf(Vertretungen.Outcome.Done.class);
        return ((Vertretungen.Outcome.Done) outcome).vertretung();
    }

    private Aufgabe taskOf(Akteur akteur, String name) {
        return await().atMost(PATIENCE)
                .until(
                        () -> aufgaben.list(akteur).stream()
                                .filter(aufgabe -> aufgabe.bezeichnung().equals(name))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void complete(Akteur akteur, String name, Map<String, @Nullable Object> values) {
        var aufgabe = taskOf(akteur, name);
        assertThat(aufgabe.vorgang()).isEqualTo(vorgang);
        assertThat(aufgaben.complete(aufgabe.key(), akteur, values)).isInstanceOf(Aufgaben.Outcome.Done.class);
    }

    private void awaitStatus(GeschaeftsgangId id, Geschaeftsgang.Status status) {
        await().atMost(PATIENCE)
                .until(() -> geschaeftsgaenge.find(id, author).orElseThrow().status() == status);
    }

    private List<Beteiligungsschritt> laufweg(GeschaeftsgangId id) {
        return geschaeftsgaenge.find(id, author).orElseThrow().schritte();
    }

    private static @Nullable Vermerk how(Beteiligungsschritt schritt) {
        var bearbeitung = schritt.bearbeitung();
        return bearbeitung == null ? null : bearbeitung.vermerk();
    }

    private String everythingIn(String table) {
        return jdbc.sql("select coalesce(string_agg(t::text, ' '), '') from processes.%s t".formatted(table))
                .query(String.class)
                .single();
    }
}
