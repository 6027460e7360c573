package de.amtsfluss.lorawantriggers.trigger;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.lorawantriggers.trigger.Smoothing.Memory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SmoothingTests {

    @Test
    void theMedianLeavesOutASingleSpike() {
        assertThat(values(new Smoothing(3, null), 10, 11, 98, 12, 13)).containsExactly(10.0, 10.0, 11.0, 12.0, 13.0);
    }

    @Test
    void aJumpWaitsForItsConfirmation() {
        assertThat(values(new Smoothing(1, 20.0), 10, 60, 12, 61, 62)).containsExactly(10.0, null, 12.0, null, 62.0);
    }

    @Test
    void aJumpThatGoesOnJumpingIsNeverTaken() {
        assertThat(values(new Smoothing(1, 20.0), 10, 60, 100, 140)).containsExactly(10.0, null, null, null);
    }

    @Test
    void nothingIsRememberedWhereNothingIsSmoothed() {
        assertThat(Smoothing.NONE.next(Memory.EMPTY, 5).memory()).isEqualTo(Memory.EMPTY);
    }

    private static List<@Nullable Double> values(Smoothing smoothing, double... raw) {
        var values = new ArrayList<@Nullable Double>();
        var memory = Memory.EMPTY;
        for (var value : raw) {
            var smoothed = smoothing.next(memory, value);
            memory = smoothed.memory();
            values.add(smoothed.value());
        }
        return values;
    }
}
