package de.amtsfluss.lorawantriggers.trigger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Measures where the time of a batch goes, in the meter {@code amtsfluss.lorawan-triggers.stage}. */
@Component
class Stages {

    private final MeterRegistry meters;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    Stages(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters.getIfAvailable(CompositeMeterRegistry::new);
    }

    <T> T time(String stage, Supplier<T> work) {
        return Objects.requireNonNull(timer(stage).record(work));
    }

    void run(String stage, Runnable work) {
        timer(stage).record(work);
    }

    private Timer timer(String stage) {
        return timers.computeIfAbsent(stage, name -> meters.timer("amtsfluss.lorawan-triggers.stage", "stage", name));
    }
}
