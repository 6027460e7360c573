package de.amtsfluss.lorawantriggers.deadletter;

import de.amtsfluss.lorawantriggers.uplink.DeadLetter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.AcknowledgingMessageListener;
import org.springframework.kafka.support.Acknowledgment;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Copies dead letters from their topic into the database, where they can be searched and marked. */
@Component
class DeadLetterConsumer implements AcknowledgingMessageListener<String, byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterConsumer.class);

    private final DeadLetterRepository letters;
    private final JsonMapper json;

    DeadLetterConsumer(DeadLetterRepository letters, JsonMapper json) {
        this.letters = letters;
        this.json = json;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> message, @Nullable Acknowledgment acknowledgment) {
        try {
            letters.keep(
                    "%s-%d@%d".formatted(message.topic(), message.partition(), message.offset()),
                    json.readValue(message.value(), DeadLetter.class));
        } catch (JacksonException | IllegalArgumentException e) {
            // We alone write there. Somebody else's record stays in the topic.
            LOG.error(
                    "Expected a dead letter at offset {} of {}, but found something else; it stays there",
                    message.offset(),
                    message.topic(),
                    e);
        }
        if (acknowledgment != null) {
            acknowledgment.acknowledge();
        }
    }
}
