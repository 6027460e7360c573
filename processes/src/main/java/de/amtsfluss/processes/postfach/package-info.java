/** The inbox of the portal, kept in PostgreSQL. */
@NullMarked
package de.amtsfluss.processes.postfach;

import org.jspecify.annotations.NullMarked;
