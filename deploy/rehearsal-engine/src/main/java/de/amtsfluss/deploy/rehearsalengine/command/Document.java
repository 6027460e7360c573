package de.amtsfluss.deploy.rehearsalengine.command;

import io.camunda.zeebe.protocol.impl.encoding.MsgPackConverter;
import java.util.Map;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Variables in the engine's encoding. */
public final class Document {

    private Document() {}

    /**
     * From JSON; an empty text is an empty document.
     *
     * @throws RuntimeException if it is no JSON
     */
    public static DirectBuffer of(String json) {
        return new UnsafeBuffer(MsgPackConverter.convertToMsgPack(json.isEmpty() ? "{}" : json));
    }

    /** From values that were read from JSON; nothing is an empty document. */
    public static DirectBuffer of(@Nullable Map<String, ?> variables) {
        return new UnsafeBuffer(MsgPackConverter.convertToMsgPack((Object) (variables == null ? Map.of() : variables)));
    }

    /** As JSON. */
    public static String json(DirectBuffer document) {
        return MsgPackConverter.convertToJson(document);
    }
}
