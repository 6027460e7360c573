/** Evaluates the DMN tables of the administration and says which rows decided. */
@NullMarked
package de.amtsfluss.decisiontables;

import org.jspecify.annotations.NullMarked;
