/** Takes documents of network servers in by webhook and from ChirpStack's topic, and answers once Kafka has them. */
@NullMarked
package de.amtsfluss.lorawantriggers.intake;

import org.jspecify.annotations.NullMarked;
