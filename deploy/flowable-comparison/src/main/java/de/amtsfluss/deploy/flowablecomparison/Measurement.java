package de.amtsfluss.deploy.flowablecomparison;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Measures one way of taking events. */
final class Measurement {

    private final MeasurementOptions options;
    private final Taken taken;

    private Measurement(MeasurementOptions options, Taken taken) {
        this.options = options;
        this.taken = taken;
    }

    /** How many events a second Flowable takes, once it is warm. */
    static double eventsPerSecond(Servers servers, Channel channel, MeasurementOptions options)
            throws InterruptedException {
        try (var flowable = new RunningFlowable(servers, channel)) {
            var taken = flowable.taken();
            var rate = new Measurement(options, taken).steady();
            flowable.stopTaking();
            System.out.printf(
                    Locale.ROOT,
                    "concurrency %d, unique %s: %.0f events/s; in all %d events, %d failed tries, %d of %d orders open%n",
                    channel.concurrency(),
                    channel.unique(),
                    rate,
                    taken.events(),
                    taken.failures(),
                    flowable.openOrders(),
                    taken.orders(channel.unique()));
            return rate;
        }
    }

    private double steady() throws InterruptedException {
        pass(options.warmUp());
        var before = taken.events();
        var start = System.nanoTime();
        pass(options.measured());
        var events = taken.events() - before;
        var seconds = (System.nanoTime() - start) / 1e9;
        if (taken.events() >= options.events()) {
            throw new IllegalStateException(
                    "Expected events until the end of the measurement, but all %d were taken before; ask for more by --events"
                            .formatted(options.events()));
        }
        return events / seconds;
    }

    private static void pass(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }
}
