package de.amtsfluss.processes.versand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Handlung.Objektart;
import de.amtsfluss.processes.Postfach;
import de.amtsfluss.processes.Probe;
import de.amtsfluss.processes.Protokolleinsicht;
import de.amtsfluss.processes.Versandregister;
import de.amtsfluss.processes.Versandregister.Wanted;
import de.amtsfluss.processes.Versandweg;
import de.amtsfluss.processes.Versendung;
import de.amtsfluss.processes.Versendung.Zustand;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of dispatches and the inbox, on a real database. */
@SpringBootTest(properties = "amtsfluss.roles=web")
@WithLocalStack(Part.POSTGRESQL)
class VersandregisterTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    @Autowired
    Versandregister versand;

    @Autowired
    Postfach postfach;

    @Autowired
    Vorgaenge vorgaenge;

    @Autowired
    Protokolleinsicht protokoll;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    void anOrderIsEnteredOnceEvenByTwoAtTheSameTime() throws Exception {
        var wanted = wanted(vorgang(), Versandweg.EMAIL);
        var ready = new CountDownLatch(1);
        var ids = new UUID[2];
        var first = Thread.ofVirtual().start(() -> ids[0] = entered(wanted, ready));
        var second = Thread.ofVirtual().start(() -> ids[1] = entered(wanted, ready));
        ready.countDown();
        first.join();
        second.join();

        assertThat(ids[0]).isNotNull().isEqualTo(ids[1]);
        assertThat(versand.of(wanted.vorgang(), Probe.PRUEFER)).hasSize(1);
        assertThat(versand.of(wanted.vorgang(), Probe.FREMDER)).isEmpty();
        assertThat(versand.findByAuftrag(wanted.auftrag())).isPresent();
        assertThat(protokoll.of(wanted.vorgang(), Probe.PRUEFER))
                .filteredOn(entry -> entry.was().objektart() == Objektart.VERSENDUNG)
                .hasSize(1);
    }

    private UUID entered(Wanted wanted, CountDownLatch ready) {
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return versand.enter(wanted).id();
    }

    @Test
    void whatOneHasTakenOthersDoNotGetUntilItsTransactionEnds() throws Exception {
        var sent = versand.enter(wanted(vorgang(), Versandweg.WEBHOOK));

        transactions.executeWithoutResult(status -> {
            assertThat(versand.take(Versandweg.WEBHOOK, 100)).contains(sent);
            var other = new Thread(() -> transactions.executeWithoutResult(
                    inner -> assertThat(versand.take(Versandweg.WEBHOOK, 100)).doesNotContain(sent)));
            var failures = new Throwable[1];
            other.setUncaughtExceptionHandler((thread, failure) -> failures[0] = failure);
            other.start();
            try {
                other.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(failures[0]).isNull();
        });

        versand.handedOver(sent.id(), DAY);
    }

    @Test
    void theProcessIsToldOnceAndOnlyTogetherWithTheState() {
        var sent = versand.enter(wanted(vorgang(), Versandweg.EMAIL));

        transactions.executeWithoutResult(status -> {
            versand.handedOver(sent.id(), DAY);
            status.setRollbackOnly();
        });
        assertThat(messages(sent.id())).isZero();
        assertThat(state(sent)).isEqualTo(Zustand.VORGEMERKT);

        versand.handedOver(sent.id(), DAY);
        versand.handedOver(sent.id(), DAY.plusDays(1));
        versand.handedOver(UUID.randomUUID(), DAY);

        assertThat(messages(sent.id())).isEqualTo(1);
        assertThat(versand.find(sent.id()))
                .hasValueSatisfying(found -> assertThat(found.versandtAm()).isEqualTo(DAY));
        assertThat(protokoll.of(sent.vorgang(), Probe.PRUEFER))
                .extracting(
                        entry -> entry.was().alterWert(), entry -> entry.was().neuerWert())
                .endsWith(tuple(null, "EMAIL"), tuple("VORGEMERKT", "UEBERGEBEN"));
    }

    @Test
    void pausesGrowFromAMinuteToFourHoursAndEndAfterFourDays() {
        var sent = versand.enter(wanted(vorgang(), Versandweg.WEBHOOK));
        var total = Duration.ZERO;
        var attempts = 0;
        var last = false;

        while (!last) {
            var before = clock.instant();
            last = versand.failed(sent.id(), "HTTP 503");
            var pause = Duration.between(before, next(sent.id()));
            assertThat(pause)
                    .isBetween(Duration.ofSeconds(59), Duration.ofHours(4).plusMinutes(5));
            total = total.plus(pause);
            attempts++;
            assertThat(attempts).isLessThan(100);
        }

        assertThat(total).isBetween(Duration.ofDays(4), Duration.ofDays(6));
        assertThat(state(sent)).isEqualTo(Zustand.FEHLGESCHLAGEN);
        assertThat(versand.failed(sent.id(), "HTTP 503")).isFalse();
        assertThat(versand.returned(sent.id(), "HTTP 503")).as("it is no mail").isEmpty();
        assertThat(versand.returned(UUID.randomUUID(), "5.1.1")).isEmpty();
    }

    @Test
    void theInboxKeepsWhenSomethingWasFirstReadAndByItsOwnerOnly() {
        var vorgang = vorgang();
        var konto = "konto-" + UUID.randomUUID();
        var wanted = new Postfach.New(UUID.randomUUID(), vorgang, konto, "Bescheid für Erika", "Guten Tag Erika", null);
        postfach.put(wanted);
        postfach.put(wanted);

        assertThat(postfach.of("anderes-konto")).isEmpty();
        assertThat(postfach.retrieve(wanted.id(), "anderes-konto")).isEmpty();
        assertThat(postfach.retrieve(wanted.id(), vorgang())).isEmpty();
        assertThat(postfach.retrieve(UUID.randomUUID(), konto)).isEmpty();
        assertThat(postfach.of(vorgang, Probe.FREMDER)).isEmpty();
        assertThat(postfach.of(konto))
                .singleElement()
                .satisfies(message -> assertThat(message.abgerufenAm()).isNull());

        var first = postfach.retrieve(wanted.id(), konto).orElseThrow();
        var again = postfach.retrieve(wanted.id(), vorgang).orElseThrow();

        assertThat(first.nachricht().text()).isEqualTo("Guten Tag Erika");
        assertThat(first.nachricht().abgerufenAm()).isNotNull();
        assertThat(again).isEqualTo(first);
        assertThat(protokoll.of(vorgang, Probe.PRUEFER))
                .filteredOn(entry -> entry.was().objektId().equals(wanted.id().toString()))
                .extracting(
                        entry -> entry.was().aktion().name(),
                        entry -> entry.wer().kennung())
                .containsExactly(tuple("ANGELEGT", "system"), tuple("GELESEN", "portal"));
        assertThat(jdbc.sql("select p::text || encode(inhalt, 'escape') from processes.postfach p where id = :id")
                        .param("id", wanted.id())
                        .query(String.class)
                        .single())
                .doesNotContain("Erika");
    }

    private Wanted wanted(VorgangId vorgang, Versandweg weg) {
        return new Wanted(
                "probe:" + UUID.randomUUID(),
                vorgang,
                null,
                "probe",
                Map.of("frist", "morgen"),
                "probe",
                weg,
                true,
                null);
    }

    private VorgangId vorgang() {
        return vorgaenge
                .open(new Vorgaenge.NewVorgang(
                        ThreadLocalRandom.current().nextLong(Long.MIN_VALUE, 0),
                        "probe",
                        "999-1",
                        "Probe",
                        null,
                        "portal",
                        Set.copyOf(akteur().gruppen()),
                        Map.of()))
                .vorgang()
                .id();
    }

    private static Akteur akteur() {
        return Probe.PRUEFER;
    }

    private Zustand state(Versendung sent) {
        return versand.find(sent.id()).orElseThrow().zustand();
    }

    private Instant next(UUID id) {
        return Objects.requireNonNull(jdbc.sql("select naechster_am from processes.versand where id = :id")
                .param("id", id)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single());
    }

    private long messages(UUID correlationKey) {
        return jdbc.sql("""
                select count(*) from processes.message_outbox
                where name = 'versand.erfolgt' and correlation_key = :key and time_to_live_ms = 86400000""")
                .param("key", correlationKey.toString())
                .query(Long.class)
                .single();
    }
}
