/** Keeps what could not be used until somebody has taken care of it, and sends it through again. */
@NullMarked
package de.amtsfluss.lorawantriggers.deadletter;

import org.jspecify.annotations.NullMarked;
