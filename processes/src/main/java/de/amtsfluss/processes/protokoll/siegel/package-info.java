/** Seals the days of the audit log. */
@NullMarked
package de.amtsfluss.processes.protokoll.siegel;

import org.jspecify.annotations.NullMarked;
