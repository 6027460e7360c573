package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.lorawantriggers.networkserver.TheThingsStack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpMethod;

/**
 * The Things Stack by REST: {@code down/push} of a webhook. Our id goes along as correlation id and comes back with all
 * that is told of the downlink. An attempt whose answer was lost may have been taken; then the sensor gets it twice,
 * under one id.
 */
final class TheThingsStackRest implements Route {

    private static final String PUSH =
            "/api/v3/as/applications/{application}/webhooks/{webhook}/devices/{device}/down/push";

    private final RestCalls calls;
    private final String webhook;

    TheThingsStackRest(RestCalls calls, String webhook) {
        this.calls = calls;
        this.webhook = webhook;
    }

    @Override
    public boolean needsDeviceId() {
        return true;
    }

    @Override
    public Handover hand(Kept kept, Kept.Sending sending, Attempt attempt) {
        var downlink = new LinkedHashMap<String, Object>();
        downlink.put("f_port", sending.fPort());
        downlink.put("frm_payload", sending.base64());
        downlink.put("priority", "NORMAL");
        downlink.put("confirmed", kept.downlink().bestaetigt());
        downlink.put("correlation_ids", List.of(TheThingsStack.DOWNLINK_PREFIX + kept.id()));
        if (kept.downlink().bestaetigt()) {
            // Else it would send again after a nack, which then would not be the last word.
            downlink.put("confirmed_retry", Map.of("max_attempts", 1));
        }
        var answer = calls.call(
                HttpMethod.POST,
                PUSH,
                Map.of(
                        "application",
                        sending.via().application(),
                        "webhook",
                        webhook,
                        "device",
                        Objects.requireNonNull(sending.via().deviceId())),
                Map.of("downlinks", List.of(downlink)));
        return answer.isGood() ? new Handover.Taken(null) : answer.refusal();
    }
}
