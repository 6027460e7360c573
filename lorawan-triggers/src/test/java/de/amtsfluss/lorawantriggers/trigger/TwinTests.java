package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.amtsfluss.lorawantriggers.trigger.Twin.Occupancy;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TwinTests {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void aShortAbsenceDoesNotEndTheOccupancy() {
        var occupancy = Occupancy.UNKNOWN
                .after(true, START)
                .after(false, START.plusSeconds(600))
                .after(true, START.plusSeconds(660));

        assertThat(occupancy.since()).isEqualTo(START);
        assertThat(occupancy.minutes(START.plusSeconds(1200))).isEqualTo(20);
    }

    @Test
    void aLongAbsenceDoes() {
        var free = Occupancy.UNKNOWN.after(true, START).after(false, START.plusSeconds(600));

        assertThat(free.minutes(START.plusSeconds(690))).isEqualTo(11.5);
        assertThat(free.minutes(START.plusSeconds(691))).isZero();
        assertThat(free.after(true, START.plusSeconds(900)).since()).isEqualTo(START.plusSeconds(900));
    }

    @Test
    void aRepeatedReportChangesNothing() {
        var occupied = Occupancy.UNKNOWN.after(true, START).after(true, START.plusSeconds(3600));
        var free = occupied.after(false, START.plusSeconds(4000)).after(false, START.plusSeconds(4080));

        assertThat(occupied.since()).isEqualTo(START);
        assertThat(free.freeSince()).isEqualTo(START.plusSeconds(4000));
    }

    @Test
    void gapsOfTheFrameCounterAreCountedWithinOneSession() {
        var twin = after(Twin.initial("A"), "s1", 5, 9, 10);
        var link = Objects.requireNonNull(after(twin, "s2", 0, 1).link());

        assertThat(link.received()).isEqualTo(5);
        assertThat(link.lost()).isEqualTo(3);
        assertThat(link.lossRate()).isBetween(0.1, 0.15);
    }

    @Test
    void anOvertakenFrameWasNotLost() {
        var gap = after(Twin.initial("A"), "s1", 5, 7, 8);
        var whole = Objects.requireNonNull(
                after(Twin.initial("A"), "s1", 5, 6, 7, 8).link());
        var late = Uplinks.uplink("s1", 6, "event", "", START.minusSeconds(60));

        var link = Objects.requireNonNull(gap.afterLate(late).link());

        assertThat(Objects.requireNonNull(gap.link()).lost()).isEqualTo(1);
        assertThat(link.lost()).isZero();
        assertThat(link.received()).isEqualTo(whole.received());
        assertThat(link.lossRate()).isCloseTo(whole.lossRate(), within(1e-12));
        assertThat(link.fCnt()).isEqualTo(8);
        assertThat(link.receivedAt()).isEqualTo(START);
    }

    @Test
    void aFrameOfAnotherSessionHasOvertakenNothing() {
        var gap = after(Twin.initial("A"), "s1", 5, 7);

        assertThat(gap.afterLate(Uplinks.uplink("s0", 6, "event", "", START.minusSeconds(60))))
                .isEqualTo(gap);
    }

    private static Twin after(Twin twin, String session, long... counters) {
        var next = twin;
        for (var fCnt : counters) {
            next = next.after(Uplinks.uplink(session, fCnt, "event", "", START), Map.of());
        }
        return next;
    }
}
