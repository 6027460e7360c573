/** Mails that came back: fetches the reports and has letters sent instead. */
@NullMarked
package de.amtsfluss.workers.notifications.bounce;

import org.jspecify.annotations.NullMarked;
