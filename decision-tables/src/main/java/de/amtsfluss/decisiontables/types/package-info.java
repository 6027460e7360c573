/** Finds out which types the columns of a DMN file have, for the engine and for the check. */
@NullMarked
package de.amtsfluss.decisiontables.types;

import org.jspecify.annotations.NullMarked;
