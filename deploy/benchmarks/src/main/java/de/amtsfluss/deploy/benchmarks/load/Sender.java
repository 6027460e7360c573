package de.amtsfluss.deploy.benchmarks.load;

import de.amtsfluss.deploy.benchmarks.load.Fleet.Report;

/** Brings reports to the application, from one thread. */
interface Sender extends AutoCloseable {

    /**
     * Sends a report. It counts as accepted when the application has answered for it.
     *
     * @param accepted called then, with the time by {@link System#nanoTime()}
     */
    void send(Report report, java.util.function.LongConsumer accepted);

    /** Sends what may have been held back to go along with others. */
    default void flush() {}

    @Override
    void close();
}
