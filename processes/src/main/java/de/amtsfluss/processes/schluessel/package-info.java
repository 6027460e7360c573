/** Encrypts what is personal with a key per Vorgang, so that deleting the key erases it in every copy. */
@NullMarked
package de.amtsfluss.processes.schluessel;

import org.jspecify.annotations.NullMarked;
