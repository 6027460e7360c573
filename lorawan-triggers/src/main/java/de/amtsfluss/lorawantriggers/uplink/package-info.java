/** The canonical uplink, what network servers send translated into it, and the Kafka topics it lies in. */
@NullMarked
package de.amtsfluss.lorawantriggers.uplink;

import org.jspecify.annotations.NullMarked;
