/** Takes messages of network servers in by HTTP and MQTT and answers them once Kafka has them. */
@NullMarked
package de.amtsfluss.lorawantriggers.intake;

import org.jspecify.annotations.NullMarked;
