/** Draws filled letters as PDF/A. */
@NullMarked
package de.amtsfluss.workers.documents.pdf;

import org.jspecify.annotations.NullMarked;
