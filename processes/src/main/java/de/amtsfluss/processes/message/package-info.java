/** The outbox of messages to the process engine. */
@NullMarked
package de.amtsfluss.processes.message;

import org.jspecify.annotations.NullMarked;
