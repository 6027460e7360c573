package de.amtsfluss.deploy.benchmarks.decisiontables;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Evaluates a table, each time with other inputs; the time is that of one evaluation as its thread sees it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecisionTableBenchmark {

    /** A table in an engine, shared by all threads. */
    @State(Scope.Benchmark)
    public static class Ready {

        /** The engine. */
        @Param
        Contender engine = Contender.AMTSFLUSS;

        /** The table. */
        @Param
        ComparedTable table = ComparedTable.SMALL;

        private final AtomicInteger threads = new AtomicInteger();
        private @Nullable Engine started;
        private Engine.@Nullable Decision decision;
        private int questions;

        /** Starts the engine and makes the table ready. */
        @Setup(Level.Trial)
        public void start() {
            started = engine.start();
            decision = started.decision(table);
            questions = table.questions().size();
        }

        /** Stops the engine. */
        @TearDown(Level.Trial)
        public void stop() {
            Objects.requireNonNull(started).close();
        }
    }

    /** The next question of a thread. */
    @State(Scope.Thread)
    public static class Next {

        private int question;

        /**
         * Lets each thread begin elsewhere.
         *
         * @param ready what the threads share
         */
        @Setup(Level.Trial)
        public void begin(Ready ready) {
            question = ready.threads.getAndIncrement() * 29 % ready.questions;
        }

        int next(int questions) {
            question = question + 1 == questions ? 0 : question + 1;
            return question;
        }
    }

    /**
     * Evaluates in one thread.
     *
     * @param ready the table
     * @param next the question
     * @return the result
     */
    @Benchmark
    @Threads(1)
    public Object oneThread(Ready ready, Next next) {
        return Objects.requireNonNull(ready.decision).evaluate(next.next(ready.questions));
    }

    /**
     * Evaluates in two threads at once.
     *
     * @param ready the table
     * @param next the question
     * @return the result
     */
    @Benchmark
    @Threads(2)
    public Object twoThreads(Ready ready, Next next) {
        return Objects.requireNonNull(ready.decision).evaluate(next.next(ready.questions));
    }
}
