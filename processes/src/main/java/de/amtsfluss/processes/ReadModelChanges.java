package de.amtsfluss.processes;

/** Tells when the lists of tasks and Vorgaenge may look different, in every copy of the application. */
public interface ReadModelChanges {

    /**
     * Calls the listener after each change, from a thread of its own; several changes may come as one.
     *
     * @return ends the subscription when closed
     */
    Subscription subscribe(Runnable listener);

    /** A subscription that can be ended. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }
}
