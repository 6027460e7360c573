package de.amtsfluss.lorawantriggers.device;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An uplink as a network server reports it, taken as an example: ChirpStack v4 ({@code event=up}) or The Things Stack
 * v3 ({@code uplink_message}). What its own codec said, if it had one, is what has to come out.
 */
final class RecordedUplink {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordedUplink() {}

    /** The report in the form of TS013; empty if it is none. */
    static Optional<JsonNode> asExample(JsonNode node) {
        var message = node.path("uplink_message");
        if (message.path("frm_payload").isString()) {
            return Optional.of(example(
                    message.path("frm_payload"),
                    message.path("f_port"),
                    node.path("received_at"),
                    message.path("decoded_payload"),
                    node.path("end_device_ids").path("dev_eui")));
        }
        if (node.path("data").isString() && !node.has("bytes") && !node.has("input")) {
            return Optional.of(example(
                    node.path("data"),
                    node.path("fPort"),
                    node.path("time"),
                    node.path("object"),
                    node.path("deviceInfo").path("devEui")));
        }
        return Optional.empty();
    }

    private static JsonNode example(JsonNode payload, JsonNode fPort, JsonNode time, JsonNode said, JsonNode device) {
        var input = NODES.objectNode().put("bytes", "base64:" + payload.stringValue());
        input.set("fPort", fPort);
        input.set("recvTime", time);
        var example = NODES.objectNode().put("type", "uplink").put("description", device.stringValue(""));
        example.set("input", input);
        if (said.isObject()) {
            example.set("output", NODES.objectNode().set("data", said));
        }
        return example;
    }
}
