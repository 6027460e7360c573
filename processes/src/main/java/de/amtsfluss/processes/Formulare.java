package de.amtsfluss.processes;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms of the procedures, read from {@code forms/‹procedure›/‹form-id›.form} on the class path. */
public interface Formulare {

    /** The schema of a form as JSON, as form-js reads it. */
    Optional<String> schema(String formId);

    /**
     * Checks values against a form by the form's own rules.
     *
     * @return a sentence in German per field key, empty if all is well
     * @throws IllegalArgumentException if there is no such form
     */
    Map<String, String> check(String formId, Map<String, @Nullable Object> values);

    /**
     * The values that belong to fields of a form, without those that are left open.
     *
     * @throws IllegalArgumentException if there is no such form
     */
    Map<String, @Nullable Object> only(String formId, Map<String, @Nullable Object> values);
}
