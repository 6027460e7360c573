/** Projects the engine's records from Kafka into the read model in PostgreSQL. */
@NullMarked
package de.amtsfluss.processes.projection;

import org.jspecify.annotations.NullMarked;
