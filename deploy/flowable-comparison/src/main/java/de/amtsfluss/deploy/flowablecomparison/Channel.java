package de.amtsfluss.deploy.flowablecomparison;

/**
 * How Flowable takes events from a topic.
 *
 * @param topic the topic
 * @param name of the consumer group, and of the schema in which this Flowable keeps its tables
 * @param concurrency how many consumers
 * @param unique whether a container whose order is open starts no further one; Flowable looks that up for each event
 */
record Channel(String topic, String name, int concurrency, boolean unique) {}
