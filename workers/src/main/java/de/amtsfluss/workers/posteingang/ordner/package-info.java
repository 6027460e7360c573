/** Takes in the scans that a scanner puts into a folder. */
@NullMarked
package de.amtsfluss.workers.posteingang.ordner;

import org.jspecify.annotations.NullMarked;
