/** Finds the names of a DMN file in its FEEL, for the engine and for the check. */
@NullMarked
package de.amtsfluss.decisiontables.names;

import org.jspecify.annotations.NullMarked;
