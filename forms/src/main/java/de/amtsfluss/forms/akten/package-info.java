/** The pages and the HTTP interface of the eAkte: search, one Akte, its documents, and what comes in. */
@NullMarked
package de.amtsfluss.forms.akten;

import org.jspecify.annotations.NullMarked;
