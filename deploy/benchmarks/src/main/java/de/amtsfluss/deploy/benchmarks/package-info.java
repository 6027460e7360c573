/** Programs that play the city: a day of filling containers to watch, and load to measure. */
@NullMarked
package de.amtsfluss.deploy.benchmarks;

import org.jspecify.annotations.NullMarked;
