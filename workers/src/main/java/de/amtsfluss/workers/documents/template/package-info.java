/** Fills the templates of letters: their files, their versions, their rules and how values are written. */
@NullMarked
package de.amtsfluss.workers.documents.template;

import org.jspecify.annotations.NullMarked;
