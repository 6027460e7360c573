/** Prepares and sets the dog tax. */
@NullMarked
package de.amtsfluss.workers.hundesteuer;

import org.jspecify.annotations.NullMarked;
