/** Compares how fast and with how much memory Amtsfluss and other engines evaluate the same decision tables. */
@NullMarked
package de.amtsfluss.deploy.benchmarks.decisiontables;

import org.jspecify.annotations.NullMarked;
