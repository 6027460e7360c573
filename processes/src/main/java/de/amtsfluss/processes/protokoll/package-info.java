/** The audit log: entries that only grow, chained by their hashes. */
@NullMarked
package de.amtsfluss.processes.protokoll;

import org.jspecify.annotations.NullMarked;
