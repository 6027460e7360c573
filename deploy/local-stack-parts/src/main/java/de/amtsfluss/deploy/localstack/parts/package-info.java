/** Starts the two servers of the local stack that come as libraries: Kafka and the MQTT broker. */
@NullMarked
package de.amtsfluss.deploy.localstack.parts;

import org.jspecify.annotations.NullMarked;
