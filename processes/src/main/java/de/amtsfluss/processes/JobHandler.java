package de.amtsfluss.processes;

import java.time.Duration;
import java.util.Set;

/**
 * Does one kind of work that models ask for. Every bean of this type gets the engine's jobs of its type; it must be
 * idempotent, since a job may come again.
 *
 * @param <T> the record that the job's variables are read into; only its components are fetched from the engine
 */
public interface JobHandler<T> {

    /** The type as written in the models: package of the worker, dot, verb. */
    String jobType();

    /** The class of the input. */
    Class<T> inputType();

    /**
     * Does the work.
     *
     * @throws RuntimeException for a technical failure: the job is tried again with a growing delay, and becomes an
     *     incident with the exception's message when its retries are used up
     */
    JobResult handle(Job<T> job);

    /** The names of the variables that the work gives the process. Models may read no others of it. */
    default Set<String> outputs() {
        return Set.of();
    }

    /** How long the work may take before another worker gets the job. */
    default Duration timeout() {
        return Duration.ofSeconds(30);
    }
}
