/** Says something to sensors. */
@NullMarked
package de.amtsfluss.workers.lorawan;

import org.jspecify.annotations.NullMarked;
