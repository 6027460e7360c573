/** What processes do with applications. */
@NullMarked
package de.amtsfluss.workers.antraege;

import org.jspecify.annotations.NullMarked;
