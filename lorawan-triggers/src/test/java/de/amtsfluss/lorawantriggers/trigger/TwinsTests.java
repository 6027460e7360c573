package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.lorawantriggers.OnRealServers;
import de.amtsfluss.lorawantriggers.device.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
