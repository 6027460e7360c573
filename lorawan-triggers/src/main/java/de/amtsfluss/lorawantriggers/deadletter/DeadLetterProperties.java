package de.amtsfluss.lorawantriggers.deadletter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what could not be used.
 *
 * @param keep how long a letter stays in the table after somebody has taken care of it; open ones stay until then
 */
@ConfigurationProperties("amtsfluss.lorawan-triggers.dead-letters")
record DeadLetterProperties(@DefaultValue("90d") Duration keep) {}
