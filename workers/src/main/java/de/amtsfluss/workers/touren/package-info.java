/** Bundles collection orders of one fraction and district into tours of vehicles, and sees the tours through. */
@NullMarked
package de.amtsfluss.workers.touren;

import org.jspecify.annotations.NullMarked;
