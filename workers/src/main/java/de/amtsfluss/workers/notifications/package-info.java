/** Tells offices by mail what has happened in a Vorgang. */
@NullMarked
package de.amtsfluss.workers.notifications;

import org.jspecify.annotations.NullMarked;
