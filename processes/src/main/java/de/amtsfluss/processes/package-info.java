/**
 * The core of the administration's work: Vorgang, Aufgabe, Dokument, the procedures' models and the access to the
 * process engine.
 *
 * <p>This package is what other modules may use. No type of the engine's client appears in it.
 */
@NullMarked
package de.amtsfluss.processes;

import org.jspecify.annotations.NullMarked;
