/** The lists for the archive and the proofs of erasure, as pages, files and HTTP interface. */
@NullMarked
package de.amtsfluss.forms.aussonderung;

import org.jspecify.annotations.NullMarked;
