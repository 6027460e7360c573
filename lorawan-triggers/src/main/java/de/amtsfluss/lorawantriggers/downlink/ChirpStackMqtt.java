package de.amtsfluss.lorawantriggers.downlink;

import de.amtsfluss.lorawantriggers.downlink.DownlinkProperties.RouteSettings;
import de.amtsfluss.lorawantriggers.intake.mqtt.MqttPublisher;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * ChirpStack by MQTT: a command with our id, under which ChirpStack queues it and tells of it. It queues an id once, so
 * a repeat does no harm as long as the first is still in the queue. ChirpStack never answers: what it does not like is
 * only in its own log, and the Frist ends it here.
 */
final class ChirpStackMqtt implements Route {

    /** Ids of applications are UUIDs; with anything else in them the topic could be another than the one meant. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]+");

    private final @Nullable MqttPublisher publisher;
    private final RouteSettings settings;
    private final JsonMapper json;

    ChirpStackMqtt(@Nullable MqttPublisher publisher, RouteSettings settings, JsonMapper json) {
        this.publisher = publisher;
        this.settings = settings;
        this.json = json;
    }

    @Override
    public Handover hand(Kept kept, Kept.Sending sending, Attempt attempt) {
        var application = sending.via().application();
        if (!HARMLESS.matcher(application).matches()) {
            return new Handover.Refused("Die Anwendung hat eine id, die in kein Topic passt.");
        }
        if (publisher == null) {
            return new Handover.Away("Diese Kopie der Anwendung hat keine Verbindung über MQTT.");
        }
        // ChirpStack compares the devEui of topic and command letter by letter, in lower case.
        var devEui = sending.devEui().value().toLowerCase(Locale.ROOT);
        var topic = settings.topic().replace("{application}", application).replace("{devEui}", devEui);
        var published = publisher.publish(settings.connection(), topic, command(kept, sending, devEui));
        try {
            published.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Handover.Taken(null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Handover.Away("Diese Kopie der Anwendung wird gerade beendet.");
        } catch (TimeoutException e) {
            return new Handover.Away(
                    "Der Broker hat innerhalb von %s nicht geantwortet.".formatted(settings.timeout()));
        } catch (ExecutionException e) {
            return new Handover.Away(String.valueOf(e.getCause()));
        }
    }

    private byte[] command(Kept kept, Kept.Sending sending, String devEui) {
        var command = ChirpStackRest.item(kept, sending, settings.expiresAt());
        command.put("id", kept.id().toString());
        command.put("devEui", devEui);
        return json.writeValueAsBytes(command);
    }
}
