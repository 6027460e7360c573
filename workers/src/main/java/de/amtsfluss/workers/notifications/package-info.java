/** Tells offices and citizens what has happened in a Vorgang, and sends them documents. */
@NullMarked
package de.amtsfluss.workers.notifications;

import org.jspecify.annotations.NullMarked;
