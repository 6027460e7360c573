package de.amtsfluss.deploy.zeebeexporter;

import org.apache.kafka.common.KafkaException;

/** Creates the topic of the records where it is missing. */
@FunctionalInterface
interface TopicCreation {

    /**
     * Creates the topic, or leaves it as it is when it exists.
     *
     * @throws KafkaException if Kafka is away or refuses
     */
    void createIfMissing() throws InterruptedException;

    /** Lets go of Kafka without waiting. */
    default void close() {}
}
