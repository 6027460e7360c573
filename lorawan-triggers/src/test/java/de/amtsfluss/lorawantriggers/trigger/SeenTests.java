package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.lorawantriggers.trigger.Seen.Novelty;
import de.amtsfluss.lorawantriggers.trigger.Seen.Print;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SeenTests {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void aRepeatIsKnownByItsFrameAndByItsEvent() {
        var seen = Seen.NONE.with(print("s1", 1, "a", "AQID"));

        assertThat(seen.novelty(print("s1", 1, "a", "AQID"))).isEqualTo(Novelty.REPEATED);
        assertThat(seen.novelty(print("s1", 1, "b", "AQID"))).isEqualTo(Novelty.REPEATED);
        assertThat(seen.novelty(print("s1", 2, "a", "AQID"))).isEqualTo(Novelty.REPEATED);
        assertThat(seen.novelty(print("s1", 2, "b", "AQID"))).isEqualTo(Novelty.NEW);
        assertThat(seen.novelty(print("s2", 1, "b", "AQID"))).isEqualTo(Novelty.NEW);
    }

    @Test
    void anotherPayloadUnderAKnownNumberIsAConflict() {
        var seen = Seen.NONE.with(print("s1", 1, "a", "AQID")).with(print("s1", 2, "b", "AQIE"));

        assertThat(seen.novelty(print("s1", 1, "c", "AQIE"))).isEqualTo(Novelty.CONFLICT);
        assertThat(seen.novelty(print("s1", 3, "a", "AQIE"))).isEqualTo(Novelty.CONFLICT);
        assertThat(seen.novelty(print("s1", 1, "b", "AQIE"))).isEqualTo(Novelty.CONFLICT);
    }

    @Test
    void theOldestMakesRoom() {
        var seen = Seen.NONE;
        for (var fCnt = 0; fCnt <= Seen.KEPT; fCnt++) {
            seen = seen.with(print("s1", fCnt, "event-" + fCnt, "AQID"));
        }

        assertThat(seen.novelty(print("s1", 0, "event-0", "AQID"))).isEqualTo(Novelty.NEW);
        assertThat(seen.novelty(print("s1", 1, "event-1", "AQID"))).isEqualTo(Novelty.REPEATED);
        assertThat(seen.bytes()).hasSize(Seen.KEPT * Seen.ENTRY);
    }

    @Test
    void whatWasAddedIsToldApartFromWhatWasThere() {
        var one = Seen.NONE.with(print("s1", 1, "a", "AQID"));
        var three = one.with(print("s1", 2, "b", "AQID")).with(print("s1", 3, "c", "AQID"));

        assertThat(one.since(one)).isEmpty();
        assertThat(one.since(Seen.NONE)).isEqualTo(one.bytes());
        assertThat(three.since(one)).isEqualTo(Arrays.copyOf(three.bytes(), 2 * Seen.ENTRY));
        assertThat(three.since(Seen.NONE.with(print("s2", 1, "x", "AQID")))).isEqualTo(three.bytes());
    }

    @Test
    void onlyWholeEntriesAreRead() {
        var seen = Seen.NONE.with(print("s1", 1, "a", "AQID"));

        assertThat(Seen.of(seen.bytes())).isEqualTo(seen);
        assertThatThrownBy(() -> Seen.of(new byte[19])).hasMessageContaining("20 bytes");
    }

    private static Print print(String session, long fCnt, String event, String payload) {
        return Print.of(Uplinks.uplink(session, fCnt, event, payload, AT));
    }
}
