package de.amtsfluss.processes.protokoll.siegel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.Siegel;
import de.amtsfluss.processes.SiegelAblage;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.protokoll.ProtokollProbe;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@WithLocalStack(Part.POSTGRESQL)
class SiegelungTests {

    private static final VorgangId FIRST = VorgangId.of("11111111-0000-4000-8000-000000000000");
    private static final VorgangId SECOND = VorgangId.of("f1111111-0000-4000-8000-000000000000");

    private final ProtokollProbe probe;
    private final SiegelProbe siegelung;

    @TempDir
    Path folder;

    SiegelungTests(LocalStack stack) throws Exception {
        probe = new ProtokollProbe(stack);
        siegelung = new SiegelProbe(probe);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void sealsNothingWhileNothingWasWritten() {
        siegelung.run();

        assertThat(siegelung.seals()).isEmpty();
    }

    @Test
    void sealsEachDayThatIsOverOnceAlsoMissedAndEmptyOnes() {
        probe.itIs("2026-11-23T10:00:00Z");
        probe.write(FIRST, SECOND, FIRST);
        probe.itIs("2026-11-25T22:59:59.999999Z");
        probe.write(FIRST);
        siegelung.run();
        probe.itIs("2026-11-25T23:05:00Z");
        probe.write(FIRST);

        siegelung.run();
        siegelung.run();

        assertThat(siegelung.seals())
                .extracting(Siegel::nummer, seal -> seal.tag().toString(), Siegel::ketten, Siegel::eintraege)
                .containsExactly(
                        tuple(1L, "2026-11-23", 2L, 3L),
                        tuple(2L, "2026-11-24", 0L, 0L),
                        tuple(3L, "2026-11-25", 1L, 1L));
        assertThat(siegelung.seals().get(1).vorher())
                .isEqualTo(siegelung.seals().getFirst().hash());
    }

    /** The hashes were computed by another program, from the Javadoc alone. */
    @Test
    void theSealIsThatOfTheDocumentedBytes() {
        var kette = VorgangId.of("00000000-0000-4000-8000-0000000000ff");
        var day = new Tag();
        day.add(kette.value(), 1, "a6fbc016adfd8c991c01fa97a57de8514205f3aa4d4ea5c23f1f4f6c5d3566f6", 1);

        var seal = day.seal(null, LocalDate.of(2026, 11, 26));

        assertThat(seal.vorher()).isEqualTo("f4bd1538bc62f8c156db93bdb176f40b5a27bb76418437611ff01f6188a92658");
        assertThat(seal.wurzel()).isEqualTo("2873f39e1fbf6ab2a98e8ddcc737d16b952d4174658b591d04f251834b933dad");
        assertThat(seal.hash()).isEqualTo("70a68fbf3d63380091313d06b69078438cc4205666eff7215bfb58921edec09d");
    }

    @Test
    void anEntryWhoseTransactionIsOpenAtMidnightIsInTheSealOfItsDay() throws Exception {
        var written = new CountDownLatch(1);
        var midnight = new CountDownLatch(1);
        probe.itIs("2026-11-25T22:59:59.999999Z");
        try (var threads = Executors.newFixedThreadPool(2)) {
            var late = threads.submit(() -> probe.transactions().executeWithoutResult(status -> {
                probe.protokoll().write(FIRST, ProtokollProbe.handlung(FIRST));
                TransactionSynchronizationManager.registerSynchronization(new Pause(written, midnight));
            }));
            written.await();
            probe.itIs("2026-11-25T23:05:00Z");

            var sealing = threads.submit(siegelung::run);
            await().until(() ->
                    probe.count("select count(*) from pg_locks where locktype = 'advisory' and not granted") > 0);
            assertThat(siegelung.seals()).isEmpty();
            midnight.countDown();
            late.get();
            sealing.get();
        }
        probe.write(FIRST);

        assertThat(probe.entries())
                .extracting(entry -> entry.tag().toString())
                .containsExactly("2026-11-25", "2026-11-26");
        assertThat(siegelung.seals())
                .extracting(seal -> seal.tag().toString(), Siegel::eintraege)
                .containsExactly(tuple("2026-11-25", 1L));
    }

    @Test
    void ofSeveralReplicasOneSeals() throws Exception {
        var file = folder.resolve("siegel.jsonl");
        probe.itIs("2026-11-01T10:00:00Z");
        probe.write(FIRST);
        probe.itIs("2026-11-25T10:00:00Z");
        Callable<Boolean> replica = () -> {
            new SiegelProbe(probe, SiegelProbe.file(file)).run();
            return true;
        };

        try (var replicas = Executors.newFixedThreadPool(4)) {
            for (var done : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
                done.get();
            }
        }
        replica.call();

        assertThat(siegelung.seals()).hasSize(24);
        assertThat(Files.readAllLines(file)).hasSize(24);
    }

    @Test
    void aPlaceOutsideGetsTheSealsItMissedAndAFailingOneDisturbsNoOther() throws Exception {
        var file = folder.resolve("siegel.jsonl");
        probe.itIs("2026-11-23T10:00:00Z");
        probe.write(FIRST);
        probe.itIs("2026-11-25T10:00:00Z");
        siegelung.run();

        new SiegelProbe(probe, new Failing(), SiegelProbe.file(file)).run();

        assertThat(Files.readAllLines(file)).hasSize(2).first().asString().startsWith("{\"nummer\":1,");
        assertThat(SiegelProbe.file(file).lastNumber()).isEqualTo(2);
    }

    @Test
    void aFileThatTheSealsDoNotFollowStaysAsItIs() throws Exception {
        var file = folder.resolve("siegel.jsonl");
        probe.itIs("2026-11-23T10:00:00Z");
        probe.write(FIRST);
        probe.itIs("2026-11-24T10:00:00Z");
        var replica = new SiegelProbe(probe, SiegelProbe.file(file));
        replica.run();
        var kept = Files.readString(file);
        probe.tamper("delete from processes.protokoll_siegel; update processes.protokoll set akteur = 'x',"
                + " hash = sha256('x')");
        probe.itIs("2026-11-25T10:00:00Z");

        replica.run();

        assertThat(siegelung.seals()).hasSize(2);
        assertThat(Files.readString(file)).isEqualTo(kept);
    }

    /** Stops a transaction between its last statement and its commit. */
    private record Pause(CountDownLatch reached, CountDownLatch goOn) implements TransactionSynchronization {

        @Override
        public void beforeCommit(boolean readOnly) {
            reached.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Failing implements SiegelAblage {

        @Override
        public long lastNumber() {
            return 0;
        }

        @Override
        public void keep(Siegel siegel) {
            throw new IllegalStateException("Expected the store to answer, but it does not");
        }
    }
}
