/**
 * Checks decision tables without evaluating them: turns the tests of their cells into sets of values, and finds gaps,
 * overlaps and rows that never decide by comparing these sets.
 */
@NullMarked
package de.amtsfluss.decisiontables.check;

import org.jspecify.annotations.NullMarked;
