/** The job workers: one package per kind of work that models can ask for. */
@NullMarked
package de.amtsfluss.workers;

import org.jspecify.annotations.NullMarked;
