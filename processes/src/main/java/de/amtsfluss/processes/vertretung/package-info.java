/** Who stands in for whom. */
@NullMarked
package de.amtsfluss.processes.vertretung;

import org.jspecify.annotations.NullMarked;
