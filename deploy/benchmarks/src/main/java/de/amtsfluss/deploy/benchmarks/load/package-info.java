/** Plays ChirpStack with many sensors and prints what a running application makes of it. */
@NullMarked
package de.amtsfluss.deploy.benchmarks.load;

import org.jspecify.annotations.NullMarked;
