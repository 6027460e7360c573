package de.amtsfluss.decisiontables.check;

import de.amtsfluss.decisiontables.names.KnownNames;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.ParseResult;

/** Parses what the tables of a file say, with the names that are known there. */
record TableFeel(FeelEngineApi engine, KnownNames names) {

    /** Parses an expression as it is written. */
    ParseResult expression(String written) {
        return engine.parseExpression(names.quoted(written));
    }

    /** Parses unary tests as they are written. */
    ParseResult unaryTests(String written) {
        return engine.parseUnaryTests(names.quoted(written));
    }

    /** Says why a text is no FEEL, without the back-ticks its author did not write. */
    static String refusal(String written, ParseResult parsed) {
        String message = parsed.failure().message();
        return "Expected FEEL, but '%s' is none: %s"
                .formatted(written, written.indexOf('`') < 0 ? message.replace("`", "") : message);
    }
}
