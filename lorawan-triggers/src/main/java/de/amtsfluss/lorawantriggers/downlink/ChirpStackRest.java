package de.amtsfluss.lorawantriggers.downlink;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/**
 * ChirpStack by REST: {@code POST /api/devices/{devEui}/queue}. ChirpStack makes the id itself, so an attempt whose
 * answer was lost is looked for in the queue before the next. What was queued and has left the queue in between is
 * queued a second time.
 */
final class ChirpStackRest implements Route {

    private static final String QUEUE = "/api/devices/{devEui}/queue";

    private final RestCalls calls;
    private final boolean expiresAt;

    ChirpStackRest(RestCalls calls, boolean expiresAt) {
        this.calls = calls;
        this.expiresAt = expiresAt;
    }

    @Override
    public Handover hand(Kept kept, Kept.Sending sending, Attempt attempt) {
        var device = Map.of("devEui", sending.devEui().value().toLowerCase(Locale.ROOT));
        if (attempt.repeat()) {
            var queue = calls.call(HttpMethod.GET, QUEUE, device, null);
            if (!queue.isGood()) {
                return queue.refusal();
            }
            var queued = queued(queue.body(), kept, sending, attempt.others());
            if (queued.isPresent()) {
                return new Handover.Taken(queued.get());
            }
        }
        var answer = calls.call(HttpMethod.POST, QUEUE, device, Map.of("queueItem", item(kept, sending, expiresAt)));
        var id = answer.body().path("id").stringValue("");
        if (!answer.isGood()) {
            return answer.refusal();
        }
        return id.isEmpty()
                ? new Handover.Refused("Der Netzwerkserver nannte keine id: " + answer.sentence())
                : new Handover.Taken(id);
    }

    /** What says the same in the queue and belongs to no other downlink. */
    private static Optional<String> queued(JsonNode queue, Kept kept, Kept.Sending sending, Set<String> others) {
        var data = sending.base64();
        for (var item : queue.path("result")) {
            var id = item.path("id").stringValue("");
            if (!id.isEmpty()
                    && !others.contains(id)
                    && item.path("data").stringValue("").equals(data)
                    && item.path("fPort").intValue(0) == sending.fPort()
                    && item.path("confirmed").booleanValue(false)
                            == kept.downlink().bestaetigt()) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    /** What ChirpStack queues, as it takes it by REST and MQTT alike. */
    static Map<String, Object> item(Kept kept, Kept.Sending sending, boolean expiresAt) {
        var item = new LinkedHashMap<String, Object>();
        item.put("confirmed", kept.downlink().bestaetigt());
        item.put("fPort", sending.fPort());
        item.put("data", sending.base64());
        if (expiresAt) {
            item.put("expiresAt", kept.downlink().bis().toString());
        }
        return item;
    }
}
