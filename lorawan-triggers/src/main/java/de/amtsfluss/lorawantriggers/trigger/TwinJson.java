package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Order;
import de.amtsfluss.lorawantriggers.trigger.TriggerState.Reading;
import de.amtsfluss.lorawantriggers.trigger.Twin.Value;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values and states of a twin as JSON in its row. What has the time of the latest uplink, as most has, is a bare
 * number, and what is as before the first uplink is left out: each uplink writes all of it.
 */
@Component
class TwinJson {

    private final JsonMapper json;

    TwinJson(JsonMapper json) {
        this.json = json;
    }

    /** The values by their keys: a number, or an object of {@code value} and {@code at}. */
    String values(Twin twin) {
        var heard = heard(twin);
        var byKey = new LinkedHashMap<String, Object>();
        twin.values()
                .forEach((quantity, value) ->
                        byKey.put(quantity.key(), value.at().equals(heard) ? (Object) value.value() : value));
        return json.writeValueAsString(byKey);
    }

    /** The states by their procedures: objects of {@code held}, {@code order}, {@code last} and {@code memory}. */
    String states(Twin twin) {
        var heard = heard(twin);
        var byVerfahren = new LinkedHashMap<String, Object>();
        twin.states().forEach((verfahren, state) -> byVerfahren.put(verfahren, parts(state, heard)));
        return json.writeValueAsString(byVerfahren);
    }

    private static Map<String, Object> parts(TriggerState state, @Nullable Instant heard) {
        var parts = new LinkedHashMap<String, Object>();
        if (state.held() > 0) {
            parts.put("held", state.held());
        }
        if (state.order() != null) {
            parts.put("order", state.order());
        }
        var last = state.last();
        if (last != null) {
            parts.put("last", last.at().equals(heard) ? (Object) last.value() : last);
        }
        if (state.memory() != null) {
            parts.put("memory", state.memory());
        }
        return parts;
    }

    private static @Nullable Instant heard(Twin twin) {
        var link = twin.link();
        return link == null ? null : link.receivedAt();
    }

    /**
     * Reads values; what is unknown to this version is left out.
     *
     * @param heard the time of the latest uplink, absent if there was none
     */
    Map<Quantity, Value> values(String text, @Nullable Instant heard) {
        var values = new EnumMap<Quantity, Value>(Quantity.class);
        json.readTree(text)
                .forEachEntry((key, node) ->
                        Quantity.of(key).ifPresent(quantity -> values.put(quantity, value(node, heard))));
        return values;
    }

    private Value value(JsonNode node, @Nullable Instant heard) {
        return node.isNumber()
                ? new Value(node.doubleValue(), Objects.requireNonNull(heard))
                : json.treeToValue(node, Value.class);
    }

    /**
     * Reads states.
     *
     * @param heard the time of the latest uplink, absent if there was none
     */
    Map<String, TriggerState> states(String text, @Nullable Instant heard) {
        var states = new HashMap<String, TriggerState>();
        json.readTree(text).forEachEntry((verfahren, node) -> states.put(verfahren, state(node, heard)));
        return states;
    }

    private TriggerState state(JsonNode node, @Nullable Instant heard) {
        var last = node.path("last");
        return new TriggerState(
                node.path("held").intValue(0),
                part(node.path("order"), Order.class),
                last.isNumber()
                        ? new Reading(last.doubleValue(), Objects.requireNonNull(heard))
                        : part(last, Reading.class),
                part(node.path("memory"), Smoothing.Memory.class));
    }

    private <T> @Nullable T part(JsonNode node, Class<T> type) {
        return node.isObject() ? json.treeToValue(node, type) : null;
    }
}
