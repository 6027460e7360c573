/** The register of the Vorgaenge and their references. */
@NullMarked
package de.amtsfluss.processes.vorgang;

import org.jspecify.annotations.NullMarked;
