/** Makes documents of a Vorgang as PDF. */
@NullMarked
package de.amtsfluss.workers.documents;

import org.jspecify.annotations.NullMarked;
