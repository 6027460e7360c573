package de.amtsfluss.workers.fristen;

import de.amtsfluss.processes.Frist.Beginn;
import de.amtsfluss.processes.Frist.Dauer;
import de.amtsfluss.processes.Frist.Einheit;
import de.amtsfluss.processes.Frist.Regel;
import de.amtsfluss.processes.Frist.Regime;
import de.amtsfluss.processes.Job;

/** Reads what a model says of a period in the headers of a step. */
final class Headers {

    private Headers() {}

    /** {@code zahl}, {@code einheit} and {@code regime}, of a period that begins after the day of an event. */
    static Regel regel(Job<?> job) {
        return new Regel(
                new Dauer(Integer.parseInt(job.header("zahl")), Einheit.valueOf(job.header("einheit"))),
                Beginn.EREIGNIS,
                regime(job),
                true);
    }

    static Regime regime(Job<?> job) {
        return Regime.valueOf(job.header("regime"));
    }
}
