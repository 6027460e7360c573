/** Measures how many letters are written in a second. */
@NullMarked
package de.amtsfluss.deploy.benchmarks.letters;

import org.jspecify.annotations.NullMarked;
