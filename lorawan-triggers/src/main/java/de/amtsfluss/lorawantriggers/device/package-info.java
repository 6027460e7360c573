/** Device types: their codecs, and the profiles that translate what a codec says into measurements. */
@NullMarked
package de.amtsfluss.lorawantriggers.device;

import org.jspecify.annotations.NullMarked;
