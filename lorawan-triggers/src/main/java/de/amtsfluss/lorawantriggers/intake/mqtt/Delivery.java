package de.amtsfluss.lorawantriggers.intake.mqtt;

/**
 * A message that its broker keeps until we acknowledge it.
 *
 * @param topic by which it came
 * @param body what was published
 * @param acknowledge tells the broker that it may forget the message
 */
record Delivery(String topic, byte[] body, Runnable acknowledge) {

    /** What follows the topic's last slash; network servers put the kind of event there. */
    String event() {
        return topic.substring(topic.lastIndexOf('/') + 1);
    }
}
