package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.lorawantriggers.OnRealServers;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.trigger.Seen.Print;
import de.amtsfluss.lorawantriggers.trigger.Twins.Known;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is remembered of twins beside their rows in a real database. */
@OnRealServers
class TwinsTests {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @Autowired
    private Twins twins;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource data;

    @Test
    void theLatestIsKnownWhoeverWroteIt() {
        save("TWIN-1", 50);
        assertThat(battery("TWIN-1")).isEqualTo(50);
        save("TWIN-1", 40);
        assertThat(battery("TWIN-1")).isEqualTo(40);

        jdbc.sql("update lorawan_triggers.twin set measurements = cast(? as jsonb) where subject = 'TWIN-1'")
                .param("{\"battery\": {\"value\": 7, \"at\": \"2026-03-01T11:00:00Z\"}}")
                .update();

        assertThat(battery("TWIN-1")).isEqualTo(7);
    }

    @Test
    void whatWasRolledBackNeverHappened() {
        save("TWIN-2", 50);
        transaction.executeWithoutResult(status -> {
            var before = twins.lock(List.of("TWIN-2", "TWIN-3"));
            twins.save(before, List.of(twin("TWIN-2", 40), twin("TWIN-3", 40)));
            status.setRollbackOnly();
        });

        assertThat(battery("TWIN-2")).isEqualTo(50);
        assertThat(known("TWIN-3").twins()).isEmpty();
        save("TWIN-3", 30);
        assertThat(battery("TWIN-3")).isEqualTo(30);
    }

    @Test
    void allOfATwinIsReadAsItWasWritten() {
        var uplink = Uplinks.uplink("s1", 7, "event-7", "AQID", AT);
        var print = Print.of(uplink);
        var order = new TriggerState.Order(UUID.randomUUID(), AT.minusSeconds(60), "2");
        var memory = new Smoothing.Memory(List.of(1.5, 2.5), 9.0);
        var twin = Twin.initial("TWIN-4")
                .with(Quantity.BATTERY, 80, AT.minusSeconds(3600))
                .after(uplink, Map.of(Quantity.FILL_LEVEL, 42.5, Quantity.OCCUPANCY, 1.0))
                .having(print)
                .with("bereit", TriggerState.INITIAL.armed(2, new TriggerState.Reading(42.5, AT)))
                .with("bestellt", TriggerState.INITIAL.ordered(order, new TriggerState.Reading(1, AT.minusSeconds(60))))
                .with("geglaettet", TriggerState.INITIAL.remembering(memory))
                .with("unberuehrt", TriggerState.INITIAL);
        save(twin);

        assertThat(twins.read(List.of("TWIN-4"))).containsExactly(twin);
        assertThat(jdbc.sql("select measurements ->> 'fillLevel' from lorawan_triggers.twin where subject = 'TWIN-4'")
                        .query(Double.class)
                        .single())
                .isEqualTo(42.5);
    }

    /** Network servers tell nanoseconds; a row that was rounded up would make the next uplink of that moment late. */
    @Test
    void theTimeOfAnUplinkIsReadAsItWasWritten() {
        for (var nanos : List.of(123_456_499, 123_456_500, 123_457_500, 999_999_999)) {
            var uplink = Uplinks.uplink("s1", nanos, "event-" + nanos, "AQID", AT.plusNanos(nanos));
            var twin = Twin.initial("TWIN-" + nanos).after(uplink, Map.of(Quantity.FILL_LEVEL, 42.5));
            save(twin);

            assertThat(twins.read(List.of("TWIN-" + nanos))).containsExactly(twin);
        }
    }

    @Test
    void whatAnUplinkChangesIsWrittenBeTheSenderTheSameOrNot() {
        var sameSession = Uplinks.uplink("s1", 8, "event-8", "AQIE", AT.plusSeconds(60));
        var newSession = Uplinks.uplink("s2", 1, "event-9", "AQIF", AT.plusSeconds(120));
        var twin = Twin.initial("TWIN-5");
        for (var uplink : List.of(Uplinks.uplink("s1", 7, "event-7", "AQID", AT), sameSession, newSession)) {
            var next = twin.after(uplink, Map.of(Quantity.FILL_LEVEL, 40.0 + uplink.fCnt()))
                    .having(Print.of(uplink));
            save(next);

            assertThat(twins.read(List.of("TWIN-5"))).containsExactly(next);
            twin = next;
        }
    }

    @Test
    void whatIsSeenStaysKnownHoweverMuchIsAddedAtOnce() {
        var prints =
                IntStream.range(0, 50).mapToObj(i -> new Print(i, 1000 + i, i)).toList();
        var twin = Twin.initial("TWIN-6");
        for (var part :
                List.of(prints.subList(0, 3), prints.subList(3, 32), prints.subList(32, 33), prints.subList(33, 50))) {
            for (var print : part) {
                twin = twin.having(print);
            }
            save(twin);

            assertThat(twins.read(List.of("TWIN-6"))).containsExactly(twin);
        }
    }

    @Test
    void whoBuildsOnATwinThatSomebodyHasChangedIsToldAndChangesNothing() {
        save("TWIN-7", 50);
        save("TWIN-8", 50);
        var before = twins.recall(Set.of("TWIN-7", "TWIN-8"));
        jdbc.sql("update lorawan_triggers.twin set lost = 9 where subject = 'TWIN-8'")
                .update();

        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> twins.save(before, List.of(twin("TWIN-7", 1), twin("TWIN-8", 1)))))
                .isInstanceOf(Twins.TwinChangedException.class)
                .hasMessageContaining("2 twins")
                .hasMessageContaining("1 of them");

        assertThat(battery("TWIN-7")).isEqualTo(50);
        assertThat(battery("TWIN-8")).isEqualTo(50);
    }

    @Test
    void whoBuildsOnATwinThatIsBeingChangedWaitsAndIsToldToo() throws Exception {
        save("TWIN-9", 50);
        var before = twins.recall(Set.of("TWIN-9"));
        var told = new CompletableFuture<@Nullable Throwable>();
        transaction.executeWithoutResult(status -> {
            twins.save(twins.lock(List.of("TWIN-9")), List.of(twin("TWIN-9", 40)));
            var unused = Thread.ofVirtual().start(() -> {
                try {
                    transaction.executeWithoutResult(late -> twins.save(before, List.of(twin("TWIN-9", 1))));
                    told.complete(null);
                } catch (RuntimeException e) {
                    told.complete(e);
                }
            });
            Awaitility.await().until(this::somebodyWaitsForATwin);
        });

        assertThat(told.get()).isInstanceOf(Twins.TwinChangedException.class);
        assertThat(battery("TWIN-9")).isEqualTo(40);
    }

    @Test
    void aTransactionWritesATwinOnceOnlySinceItsVersionIsThatOfTheTransaction() {
        save("TWIN-11", 50);

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    twins.save(twins.lock(List.of("TWIN-11")), List.of(twin("TWIN-11", 40)));
                    twins.save(twins.lock(List.of("TWIN-11")), List.of(twin("TWIN-11", 30)));
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("once");

        assertThat(battery("TWIN-11")).isEqualTo(50);
    }

    @Test
    void aTwinThatIsNewIsLockedAndCanBeWrittenByOneOnly() {
        transaction.executeWithoutResult(status -> {
            var before = twins.recall(Set.of("TWIN-10"));
            assertThat(before.twins()).isEmpty();
            assertThat(advisoryLocks()).isEqualTo(1);
            twins.save(before, List.of(twin("TWIN-10", 5)));
        });

        assertThat(battery("TWIN-10")).isEqualTo(5);
    }

    @Test
    void whatWasSeenBeforeItLayWithTheTwinIsKnownAfterIt() {
        jdbc.sql("drop schema if exists seen_before cascade").update();
        migrate("10");
        jdbc.sql("insert into seen_before.asset (id, art, ort, breite, laenge, bezirk, merkmale) values "
                        + "('A', 'container', 'Ort', 52, 8.5, 'Mitte', '{}')")
                .update();
        jdbc.sql("insert into seen_before.device (dev_eui, asset_id, typ, kalibrierung, variablen, gueltig_ab) values "
                        + "(?, 'A', 'milesight/em400-mud', '{}', '{}', '2000-01-01T00:00:00Z')")
                .param(Uplinks.SENSOR.value())
                .update();
        jdbc.sql("insert into seen_before.twin (subject, received, lost, loss_rate, measurements, states) values "
                        + "('A', 40, 0, 0, '{}', '{}'), ('B', 0, 0, 0, '{}', '{}')")
                .update();
        var uplinks = IntStream.range(0, 40)
                .mapToObj(
                        i -> Uplinks.uplink("s1", i, "event-" + i, "AQI" + (char) ('A' + i % 4 * 4), AT.plusSeconds(i)))
                .toList();
        uplinks.forEach(uplink -> jdbc.sql("insert into seen_before.uplink_seen values (?, ?, ?, ?, ?, ?)")
                .params(uplink.devEui().value(), uplink.sessionKey(), uplink.fCnt(), uplink.eventId(), uplink.hash())
                .param(Timestamp.from(uplink.receivedAt()))
                .update());

        migrate("11");

        var known = uplinks.stream().map(Print::of).reduce(Seen.NONE, Seen::with, (one, other) -> other);
        assertThat(seenOf("A")).isEqualTo(known);
        assertThat(seenOf("B")).isEqualTo(Seen.NONE);
    }

    private void migrate(String version) {
        var unused = Flyway.configure()
                .dataSource(data)
                .schemas("seen_before")
                .locations("classpath:db/migration/lorawan-triggers")
                .target(version)
                .load()
                .migrate();
    }

    private Seen seenOf(String subject) {
        return jdbc.sql("select seen from seen_before.twin where subject = ?")
                .param(subject)
                .query((row, number) -> Seen.of(row.getBytes(1)))
                .single();
    }

    private void save(String subject, double battery) {
        save(twin(subject, battery));
    }

    private void save(Twin twin) {
        transaction.executeWithoutResult(status -> {
            var before = twins.lock(List.of(twin.subject()));
            twins.save(before, List.of(twin));
        });
    }

    private static Twin twin(String subject, double battery) {
        return Twin.initial(subject).with(Quantity.BATTERY, battery, AT);
    }

    private boolean somebodyWaitsForATwin() {
        return jdbc.sql("""
                        select exists (select from pg_stat_activity
                            where wait_event_type = 'Lock' and query like '%update lorawan_triggers.twin%')
                        """).query(Boolean.class).single();
    }

    private int advisoryLocks() {
        return jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()")
                .query(Integer.class)
                .single();
    }

    private double battery(String subject) {
        return Objects.requireNonNull(known(subject).twin(subject).plain().get(Quantity.BATTERY));
    }

    private Known known(String subject) {
        return Objects.requireNonNull(transaction.execute(status -> twins.lock(List.of(subject))));
    }
}
