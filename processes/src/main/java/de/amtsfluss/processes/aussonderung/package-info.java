/** The end of the retention: lists for the archive, what the archive fetches, and the erasure with its proof. */
@NullMarked
package de.amtsfluss.processes.aussonderung;

import org.jspecify.annotations.NullMarked;
