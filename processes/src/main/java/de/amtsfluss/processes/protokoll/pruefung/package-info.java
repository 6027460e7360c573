/** The command that exports the audit log, and verifies an export without database and network. */
@NullMarked
package de.amtsfluss.processes.protokoll.pruefung;

import org.jspecify.annotations.NullMarked;
