/** Tells those who want it each day by mail how many tasks are open. */
@NullMarked
package de.amtsfluss.workers.notifications.digest;

import org.jspecify.annotations.NullMarked;
