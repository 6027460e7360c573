/** Measures how fast documents are filed and how fast they are found. */
@NullMarked
package de.amtsfluss.deploy.benchmarks.akten;

import org.jspecify.annotations.NullMarked;
