package de.amtsfluss.lorawantriggers.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.amtsfluss.lorawantriggers.DevEui;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something beside an uplink that happened to a device, the same for all network servers; the value in the topic
 * {@code lorawan.events}. Source, event id and type together name it.
 *
 * @param eventId names the event; the same when it is delivered again
 * @param source which network server it came from, for example {@code chirpstack}
 * @param devEui the device
 * @param type what happened
 * @param at when it happened as the network server says
 * @param downlinkId the downlink it is about, by the id we gave it: ChirpStack's queue item, in The Things Stack what
 *     follows {@code amtsfluss:downlink:} in our correlation id; null if it is about none of ours
 * @param batteryPercent how full the battery is; null if it was not said or the device has external power
 * @param margin how much better the last request of the network server was heard than needed, dB
 * @param level how grave it is: INFO, WARNING or ERROR
 * @param code the network server's word for it
 * @param description the network server's sentence about it
 * @param latitude where the device is, degrees
 * @param longitude where the device is, degrees
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeviceEvent(
        String eventId,
        String source,
        DevEui devEui,
        Type type,
        Instant at,
        @Nullable String downlinkId,
        @Nullable Double batteryPercent,
        @Nullable Integer margin,
        @Nullable String level,
        @Nullable String code,
        @Nullable String description,
        @Nullable Double latitude,
        @Nullable Double longitude) {

    /** What can happen. */
    public enum Type {
        /** The device has joined the network; its counters begin anew. */
        JOIN,
        /** The device has told its battery and how well it hears. */
        STATUS,
        /** The device has acknowledged a downlink. */
        ACK,
        /** The device has not acknowledged a downlink in time. */
        NACK,
        /** A gateway has taken a downlink to send; no proof that the device heard it. */
        SENT,
        /** The network server has put a downlink in its queue. */
        QUEUED,
        /** A downlink cannot be sent. */
        FAILED,
        /** A downlink has left the queue unsent, since the radio session is another. */
        INVALIDATED,
        /** The network server says something; with a downlink id, for example, that the downlink has expired. */
        LOG,
        /** The network server has found out where the device is. */
        LOCATION
    }

    /** An event with what all have. */
    public static DeviceEvent of(String eventId, String source, DevEui devEui, Type type, Instant at) {
        return new DeviceEvent(eventId, source, devEui, type, at, null, null, null, null, null, null, null, null);
    }

    /** The same about a downlink; about none if the id is empty. */
    public DeviceEvent withDownlink(String id) {
        return new DeviceEvent(
                eventId,
                source,
                devEui,
                type,
                at,
                id.isEmpty() ? null : id,
                batteryPercent,
                margin,
                level,
                code,
                description,
                latitude,
                longitude);
    }

    /** The same with what the device told of itself. */
    public DeviceEvent withStatus(@Nullable Double percent, @Nullable Integer decibels) {
        return new DeviceEvent(
                eventId,
                source,
                devEui,
                type,
                at,
                downlinkId,
                percent,
                decibels,
                level,
                code,
                description,
                latitude,
                longitude);
    }

    /** The same with what the network server says of it. */
    public DeviceEvent withLog(@Nullable String gravity, @Nullable String word, @Nullable String sentence) {
        return new DeviceEvent(
                eventId,
                source,
                devEui,
                type,
                at,
                downlinkId,
                batteryPercent,
                margin,
                gravity,
                word,
                sentence,
                latitude,
                longitude);
    }

    /** The same with where the device is. */
    public DeviceEvent withLocation(@Nullable Double north, @Nullable Double east) {
        return new DeviceEvent(
                eventId,
                source,
                devEui,
                type,
                at,
                downlinkId,
                batteryPercent,
                margin,
                level,
                code,
                description,
                north,
                east);
    }
}
