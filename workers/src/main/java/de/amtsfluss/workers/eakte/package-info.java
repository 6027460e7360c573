/** Files documents, which makes them immutable. */
@NullMarked
package de.amtsfluss.workers.eakte;

import org.jspecify.annotations.NullMarked;
