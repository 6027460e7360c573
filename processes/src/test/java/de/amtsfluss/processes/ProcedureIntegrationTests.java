package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Aufgaben.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.ZEEBE})
class ProcedureIntegrationTests {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    ProcessMessages messages;

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Aufgaben aufgaben;

    @Autowired
    Dokumente dokumente;

    String key = "";
    AusloeserId ausloeser = AusloeserId.random();

    @BeforeEach
    void chooseFreshNames() {
        key = "P-" + UUID.randomUUID();
        ausloeser = AusloeserId.random();
    }

    @Test
    void startsOneVorgangPerAusloeser() {
        assertThat(messages.start(Probe.start(ausloeser, key))).isTrue();
        assertThat(messages.start(Probe.start(ausloeser, key))).isFalse();

        var vorgang = awaitVorgang(ausloeser);

        assertThat(vorgang.aktenzeichen()).matches("999-1/\\d{4}-\\d{4}");
        assertThat(vorgang.status()).isEqualTo(Vorgang.Status.OFFEN);
        assertThat(vorgang.daten()).containsEntry("stueck", key);
        assertThat(vorgaenge.find(vorgang.id(), Probe.FREMDER)).isEmpty();
        assertThat(vorgaenge.find(vorgang.id(), Probe.PRUEFER)).contains(vorgang);
    }

    @Test
    void keepsAStartUntilTheOpenProcessOfTheSameKeyHasEnded() {
        messages.start(Probe.start(ausloeser, key));
        var first = awaitAufgabe(ausloeser);
        var second = AusloeserId.random();
        messages.start(Probe.start(second, key));

        complete(first, Map.of("geprueft", true));

        assertThat(awaitVorgang(second).aktenzeichen()).isNotEqualTo(first.aktenzeichen());
    }

    @Test
    void tellsWhetherAWithdrawnStartMayHaveStartedAProcess() {
        messages.start(Probe.start(ausloeser, key));
        awaitVorgang(ausloeser);

        assertThat(messages.withdraw(ausloeser)).isTrue();
        assertThat(messages.withdraw(AusloeserId.random())).isFalse();
    }

    @Test
    void showsTheTaskOnlyToItsGroup() {
        messages.start(Probe.start(ausloeser, key));

        var aufgabe = awaitAufgabe(ausloeser);

        assertThat(aufgabe.bezeichnung()).isEqualTo("Probe prüfen");
        assertThat(aufgabe.prioritaet()).isEqualTo(70);
        assertThat(aufgabe.faelligAm()).isEqualTo(Instant.parse("2030-01-02T03:04:05Z"));
        assertThat(aufgabe.formular()).isEqualTo("probe");
        assertThat(aufgaben.anleitung(aufgabe.key(), Probe.PRUEFER)).isEqualTo("Bitte prüfen.");
        assertThat(aufgaben.find(aufgabe.key(), Probe.FREMDER)).isEmpty();
        assertThat(aufgaben.claim(aufgabe.key(), Probe.FREMDER)).isInstanceOf(Outcome.NotFound.class);
        assertThat(aufgaben.complete(aufgabe.key(), Probe.FREMDER, Map.of())).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void letsOnePersonClaimATaskAndGiveItBack() {
        messages.start(Probe.start(ausloeser, key));
        var aufgabe = awaitAufgabe(ausloeser).key();

        assertThat(aufgaben.claim(aufgabe, Probe.PRUEFER)).isInstanceOf(Outcome.Done.class);
        assertThat(aufgaben.claim(aufgabe, Probe.PRUEFERIN)).isInstanceOf(Outcome.Conflict.class);
        assertThat(aufgaben.unclaim(aufgabe, Probe.PRUEFERIN)).isInstanceOf(Outcome.Conflict.class);
        assertThat(aufgaben.unclaim(aufgabe, Probe.PRUEFER)).isInstanceOf(Outcome.Done.class);
        assertThat(aufgaben.claim(aufgabe, Probe.PRUEFERIN)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void completesAClaimedTaskWithValidValuesOnly() {
        messages.start(Probe.start(ausloeser, key));
        var aufgabe = awaitAufgabe(ausloeser);
        var values = new HashMap<String, @Nullable Object>(Map.of("geprueft", true, "bemerkung", "in Ordnung"));

        assertThat(aufgaben.complete(aufgabe.key(), Probe.PRUEFER, values)).isInstanceOf(Outcome.Conflict.class);
        aufgaben.claim(aufgabe.key(), Probe.PRUEFER);
        var refused = aufgaben.complete(aufgabe.key(), Probe.PRUEFER, Map.of("geprueft", "vielleicht"));
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid -> assertThat(invalid.messages()).containsOnlyKeys("geprueft"));
        assertThat(awaitVorgang(ausloeser).daten()).doesNotContainKey("geprueft");

        assertThat(aufgaben.complete(aufgabe.key(), Probe.PRUEFER, values)).isInstanceOf(Outcome.Done.class);

        assertThat(aufgaben.find(aufgabe.key(), Probe.PRUEFER)).isEmpty();
        var vorgang = awaitVorgang(ausloeser);
        assertThat(vorgang.daten()).containsEntry("geprueft", true).containsEntry("bemerkung", "in Ordnung");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(vorgaenge.verlauf(vorgang.id(), Probe.PRUEFER))
                        .extracting(Vorgaenge.Ereignis::bezeichnung)
                        .containsExactly("Probe gemeldet", "Probe anlegen", "Probe prüfen", "Probe geprüft"));
        assertThat(vorgaenge.verlauf(vorgang.id(), Probe.FREMDER)).isEmpty();
    }

    @Test
    void closesTheTaskWhenTheAwaitedMessageComes() {
        messages.start(Probe.start(ausloeser, key));
        var aufgabe = awaitAufgabe(ausloeser);

        messages.publish(new ProcessMessages.ProcessMessage(
                UUID.randomUUID(), "probe.erledigt", ausloeser.toString(), Duration.ofHours(1), Map.of()));

        await().atMost(PATIENCE)
                .until(() -> aufgaben.find(aufgabe.key(), Probe.PRUEFER).isEmpty());
        assertThat(aufgaben.claim(aufgabe.key(), Probe.PRUEFER)).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void doesNotChangeAFiledDocument() {
        messages.start(Probe.start(ausloeser, key));
        var vorgang = awaitVorgang(ausloeser).id();
        var id = DokumentId.random();
        dokumente.draft(id, vorgang, "Entwurf.pdf", "application/pdf", new byte[] {1});
        dokumente.draft(id, vorgang, "Entwurf 2.pdf", "application/pdf", new byte[] {1, 2});
        var filed = dokumente.file(id);

        var after = dokumente.draft(id, vorgang, "Anderes.pdf", "application/pdf", new byte[] {9});

        assertThat(after).isEqualTo(filed);
        assertThat(filed.name()).isEqualTo("Entwurf 2.pdf");
        assertThat(filed.groesse()).isEqualTo(2);
        assertThat(dokumente.find(id, Probe.FREMDER)).isEmpty();
        assertThat(dokumente.find(id, Probe.PRUEFER))
                .hasValueSatisfying(found -> assertThat(found.content()).containsExactly(1, 2));
    }

    private void complete(Aufgabe aufgabe, Map<String, @Nullable Object> values) {
        assertThat(aufgaben.claim(aufgabe.key(), Probe.PRUEFER)).isInstanceOf(Outcome.Done.class);
        assertThat(aufgaben.complete(aufgabe.key(), Probe.PRUEFER, values)).isInstanceOf(Outcome.Done.class);
    }

    private Vorgang awaitVorgang(AusloeserId wanted) {
        return await().atMost(PATIENCE)
                .until(() -> vorgaenge.findByAusloeser(wanted), Optional::isPresent)
                .orElseThrow();
    }

    private Aufgabe awaitAufgabe(AusloeserId wanted) {
        var vorgang = awaitVorgang(wanted).id();
        return await().atMost(PATIENCE)
                .until(
                        () -> aufgaben.list(Probe.PRUEFER).stream()
                                .filter(aufgabe -> vorgang.equals(aufgabe.vorgang()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
