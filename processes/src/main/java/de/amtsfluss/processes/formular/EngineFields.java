package de.amtsfluss.processes.formular;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps personal data out of the engine: only fields marked {@code "engine": "true"} in the form reach it. */
public interface EngineFields {

    /** The values that may become variables of the process. */
    Map<String, @Nullable Object> select(String formId, Map<String, @Nullable Object> values);
}
