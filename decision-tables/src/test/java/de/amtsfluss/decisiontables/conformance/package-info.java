/** Runs conformance suites in the layout of the DMN Technology Compatibility Kit against the decision tables. */
@NullMarked
package de.amtsfluss.decisiontables.conformance;

import org.jspecify.annotations.NullMarked;
