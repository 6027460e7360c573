package de.amtsfluss.deploy.flowablecomparison;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Measures one way of taking events. */
final class Measurement {

    private final MeasurementOptions options;
    private final Channel channel;
    private final RunningFlowable flowable;

    private Measurement(MeasurementOptions options, Channel channel, RunningFlowable flowable) {
        this.options = options;
        this.channel = channel;
        this.flowable = flowable;
    }

    /** How many events a second Flowable takes, once it is warm. */
    static double eventsPerSecond(Servers servers, Channel channel, MeasurementOptions options)
            throws InterruptedException {
        try (var flowable = new RunningFlowable(servers, channel)) {
            return new Measurement(options, channel, flowable).measure();
        }
    }

    private double measure() throws InterruptedException {
        pass(options.warmUp());
        var before = Moment.of(flowable);
        pass(options.measured());
        var after = Moment.of(flowable);
        flowable.stopTaking();
        if (after.events >= options.events()) {
            throw new IllegalStateException(
                    "Expected events until the end of the measurement, but all %d were taken before; ask for more by --events"
                            .formatted(options.events()));
        }
        print(before, after);
        return after.eventsPerSecondSince(before);
    }

    private void print(Moment before, Moment after) {
        System.out.printf(
                Locale.ROOT,
                "concurrency %d, unique %s: %.0f events/s, %.1f transactions for each%n",
                channel.concurrency(),
                channel.unique(),
                after.eventsPerSecondSince(before),
                (double) (after.transactions - before.transactions) / (after.events - before.events));
        System.out.printf(
                Locale.ROOT,
                "in all %d events, %d failed tries, %d of %d orders open%n",
                flowable.taken().events(),
                flowable.taken().failures(),
                flowable.openOrders(),
                flowable.taken().orders(channel.unique()));
    }

    private static void pass(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    private record Moment(long nanos, long events, long transactions) {

        static Moment of(RunningFlowable flowable) {
            var transactions = flowable.transactions();
            return new Moment(System.nanoTime(), flowable.taken().events(), transactions);
        }

        double eventsPerSecondSince(Moment before) {
            return (events - before.events) * 1e9 / (nanos - before.nanos);
        }
    }
}
