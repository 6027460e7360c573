/** Writes the records of a Zeebe broker to a Kafka topic, in order and without a gap. */
@NullMarked
package de.amtsfluss.deploy.zeebeexporter;

import org.jspecify.annotations.NullMarked;
