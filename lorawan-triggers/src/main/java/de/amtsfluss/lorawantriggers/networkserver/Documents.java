package de.amtsfluss.lorawantriggers.networkserver;

import de.amtsfluss.lorawantriggers.DevEui;
import de.amtsfluss.lorawantriggers.networkserver.Translation.Refused;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parses a document once, finds its device, and turns everything unreadable into a refusal. */
final class Documents {

    /** The reason of a document that should be an uplink and is none. */
    static final String NOT_AN_UPLINK = "not-an-uplink";

    /** The reason of a document that should be another event and is none. */
    static final String NOT_AN_EVENT = "not-an-event";

    private final JsonMapper json;
    private final List<String> pathOfDevEui;

    /** Documents of one network server, which all name their device in the same place. */
    Documents(JsonMapper json, String... pathOfDevEui) {
        this.json = json;
        this.pathOfDevEui = List.of(pathOfDevEui);
    }

    /**
     * Reads one document.
     *
     * @param kind gives the reason of a refusal, by what the document should be
     */
    Translation read(
            byte[] body, Function<JsonNode, String> kind, BiFunction<JsonNode, DevEui, Translation> translate) {
        JsonNode document;
        try {
            document = json.readTree(body);
        } catch (JacksonException e) {
            return new Refused("broken-json", "Expected JSON, but " + e.getOriginalMessage(), null);
        }
        var reason = kind.apply(document);
        var written = writtenDevEui(document);
        if (written.isEmpty()) {
            return new Refused(
                    reason, "Expected %s, but it is missing".formatted(String.join(".", pathOfDevEui)), null);
        }
        DevEui devEui;
        try {
            devEui = new DevEui(written);
        } catch (IllegalArgumentException e) {
            return new Refused(reason, String.valueOf(e.getMessage()), null);
        }
        try {
            return translate.apply(document, devEui);
        } catch (UnusableException e) {
            return new Refused(e.reason().isEmpty() ? reason : e.reason(), String.valueOf(e.getMessage()), devEui);
        }
    }

    private String writtenDevEui(JsonNode document) {
        var node = document;
        for (var name : pathOfDevEui) {
            node = node.path(name);
        }
        return Fields.text(node);
    }
}
