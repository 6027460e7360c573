/** Takes what network servers publish by MQTT in; the broker keeps each message until Kafka has it. */
@NullMarked
package de.amtsfluss.lorawantriggers.intake.mqtt;

import org.jspecify.annotations.NullMarked;
