/** Reads XML that somebody else has written, for the engine and for the check. */
@NullMarked
package de.amtsfluss.decisiontables.xml;

import org.jspecify.annotations.NullMarked;
