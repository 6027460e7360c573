/**
 * Device types: their codecs, run in a sandbox, and the profiles that translate what a codec says into measurements.
 */
@NullMarked
package de.amtsfluss.lorawantriggers.device;

import org.jspecify.annotations.NullMarked;
