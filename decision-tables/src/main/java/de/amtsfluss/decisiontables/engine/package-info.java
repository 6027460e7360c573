/** Runs decision tables with Flowable DMN, evaluates their cells with FEEL and keeps their versions in PostgreSQL. */
@NullMarked
package de.amtsfluss.decisiontables.engine;

import org.jspecify.annotations.NullMarked;
