/** What happens to a device beside its uplinks: kept in Kafka and PostgreSQL, and told to those who listen. */
@NullMarked
package de.amtsfluss.lorawantriggers.event;

import org.jspecify.annotations.NullMarked;
