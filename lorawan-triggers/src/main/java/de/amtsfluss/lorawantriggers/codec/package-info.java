/** Runs payload codecs, which are JavaScript by foreign hands, in a sandbox. */
@NullMarked
package de.amtsfluss.lorawantriggers.codec;

import org.jspecify.annotations.NullMarked;
