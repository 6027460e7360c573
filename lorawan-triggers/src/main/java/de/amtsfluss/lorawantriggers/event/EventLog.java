package de.amtsfluss.lorawantriggers.event;

import de.amtsfluss.lorawantriggers.uplink.UplinkLog;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where events are kept until they are processed: a topic in Kafka. */
@Component
public class EventLog {

    /** The topic of the canonical events, key devEui. */
    public static final String EVENTS = "lorawan.events";

    private final JsonMapper json;
    private final UplinkLog log;

    EventLog(JsonMapper json, UplinkLog log) {
        this.json = json;
        this.log = log;
    }

    /**
     * Keeps an event.
     *
     * @return done when Kafka has acknowledged it, failed when it has not in time
     */
    public CompletableFuture<@Nullable Void> append(DeviceEvent event) {
        return log.append(EVENTS, event.devEui(), json.writeValueAsBytes(event));
    }

    /**
     * Reads a value of the topic.
     *
     * @throws JacksonException if it is none
     */
    DeviceEvent read(byte[] value) {
        return json.readValue(value, DeviceEvent.class);
    }
}
