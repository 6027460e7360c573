package de.amtsfluss.processes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@link JobHandler} answers. A technical failure is an exception instead. */
public sealed interface JobResult {

    /**
     * The work is done.
     *
     * @param variables given to the process
     */
    record Completed(Map<String, @Nullable Object> variables) implements JobResult {}

    /**
     * A business error that a boundary event of the model catches.
     *
     * @param code the error code in the model
     * @param message a sentence for the log
     */
    record BusinessError(String code, String message) implements JobResult {}

    /** The work is done and gives the process nothing. */
    static JobResult completed() {
        return new Completed(Map.of());
    }
}
