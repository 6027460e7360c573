package de.amtsfluss.lorawantriggers.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.lorawantriggers.OnRealServers;
import de.amtsfluss.lorawantriggers.uplink.DeadLetter;
import de.amtsfluss.processes.Sensorik.Filter;
import de.amtsfluss.processes.Sensorik.Stand;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is kept of dead letters, in a real database. */
@OnRealServers
class DeadLetterRepositoryTests {

    private static final Instant LONG_AGO = Instant.parse("2024-01-01T10:00:00Z");

    @Autowired
    private DeadLetterRepository letters;

    @Test
    void onlyWhatSomebodyHasTakenCareOfLongAgoIsDeleted() {
        var open = keep("retention-open");
        var old = keep("retention-old");
        var fresh = keep("retention-fresh");
        letters.handle(old, Stand.VERWORFEN, "sina.mustermann", LONG_AGO);
        letters.handle(fresh, Stand.WIEDERHOLT, "sina.mustermann", LONG_AGO.plusSeconds(2));

        assertThat(letters.delete(LONG_AGO.plusSeconds(1))).isEqualTo(1);

        assertThat(letters.find(List.of(open, old, fresh)))
                .extracting(DeadLetterRepository.Kept::id)
                .containsExactlyInAnyOrder(open, fresh);
    }

    private UUID keep(String reason) {
        letters.keep(
                "test-" + reason,
                new DeadLetter(reason, "for a test", LONG_AGO, "chirpstack", null, new byte[] {1}, null, null));
        return letters.list(new Filter(reason, null, false, 1), 10).getFirst().id();
    }
}
