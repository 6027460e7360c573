package de.amtsfluss.workers.documents.template;

import org.jspecify.annotations.Nullable;

/** A template cannot be used. Its message names the file, the line where it is known, and the reason. */
public final class BrokenTemplateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    BrokenTemplateException(LetterFile file, int line, String reason, @Nullable Throwable cause) {
        this(file.origin(), line, reason, cause);
    }

    BrokenTemplateException(String file, int line, String reason, @Nullable Throwable cause) {
        super("Expected a letter by %s%s, but: %s".formatted(file, line > 0 ? ", line " + line : "", reason), cause);
    }
}
