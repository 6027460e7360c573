/** The tasks of people: who may see, claim and complete them. */
@NullMarked
package de.amtsfluss.processes.aufgabe;

import org.jspecify.annotations.NullMarked;
