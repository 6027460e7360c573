package de.amtsfluss.workers.notifications.dispatch;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Works off a queue, and lets pass a call that comes while another is still at it. */
public final class Turn {

    private final ReentrantLock lock = new ReentrantLock();

    /** Takes steps until one says that there is nothing left. */
    public void take(BooleanSupplier step) {
        if (!lock.tryLock()) {
            return;
        }
        try {
            while (step.getAsBoolean()) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
