/**
 * Holds the parts of a procedure together: what a model names exists, and what exists is named by a model. Nothing else
 * sees models, forms, tables, triggers, letters and workers at once.
 */
@NullMarked
package de.amtsfluss.references;

import org.jspecify.annotations.NullMarked;
