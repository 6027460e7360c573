package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.lorawantriggers.OnRealServers;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.trigger.Seen.Print;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
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
            twins.save(List.of(twin("TWIN-2", 40), twin("TWIN-3", 40)));
            status.setRollbackOnly();
        });

        assertThat(battery("TWIN-2")).isEqualTo(50);
        assertThat(known("TWIN-3")).isEmpty();
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
        transaction.executeWithoutResult(status -> {
            var unused = twins.lock(List.of("TWIN-4"));
            twins.save(List.of(twin));
        });

        assertThat(twins.read(List.of("TWIN-4"))).containsExactly(twin);
        assertThat(jdbc.sql("select measurements ->> 'fillLevel' from lorawan_triggers.twin where subject = 'TWIN-4'")
                        .query(Double.class)
                        .single())
                .isEqualTo(42.5);
    }

    @Test
    void whatAnUplinkChangesIsWrittenBeTheSenderTheSameOrNot() {
        var sameSession = Uplinks.uplink("s1", 8, "event-8", "AQIE", AT.plusSeconds(60));
        var newSession = Uplinks.uplink("s2", 1, "event-9", "AQIF", AT.plusSeconds(120));
        var twin = Twin.initial("TWIN-5");
        for (var uplink : List.of(Uplinks.uplink("s1", 7, "event-7", "AQID", AT), sameSession, newSession)) {
            var next = twin.after(uplink, Map.of(Quantity.FILL_LEVEL, 40.0 + uplink.fCnt()))
                    .having(Print.of(uplink));
            transaction.executeWithoutResult(status -> {
                var unused = twins.lock(List.of("TWIN-5"));
                twins.save(List.of(next));
            });

            assertThat(twins.read(List.of("TWIN-5"))).containsExactly(next);
            twin = next;
        }
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
        transaction.executeWithoutResult(status -> {
            var unused = twins.lock(List.of(subject));
            twins.save(List.of(twin(subject, battery)));
        });
    }

    private static Twin twin(String subject, double battery) {
        return Twin.initial(subject).with(Quantity.BATTERY, battery, AT);
    }

    private double battery(String subject) {
        var twin = Objects.requireNonNull(known(subject).get(subject));
        return Objects.requireNonNull(twin.plain().get(Quantity.BATTERY));
    }

    private Map<String, Twin> known(String subject) {
        return Objects.requireNonNull(transaction.execute(status -> twins.lock(List.of(subject))));
    }
}
