/** Answers people who ask what is kept about them: search, check for third parties, and the answer. */
@NullMarked
package de.amtsfluss.processes.auskunft;

import org.jspecify.annotations.NullMarked;
