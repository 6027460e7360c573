/** Draws places as a map sketch, without a map. */
@NullMarked
package de.amtsfluss.workers.documents.karte;

import org.jspecify.annotations.NullMarked;
