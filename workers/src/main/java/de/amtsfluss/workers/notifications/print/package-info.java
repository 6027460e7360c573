/** The print queue: letters that wait become batches for the mail room. */
@NullMarked
package de.amtsfluss.workers.notifications.print;

import org.jspecify.annotations.NullMarked;
