/** Hands over what the register of dispatches holds for mail server and webhooks. */
@NullMarked
package de.amtsfluss.workers.notifications.dispatch;

import org.jspecify.annotations.NullMarked;
