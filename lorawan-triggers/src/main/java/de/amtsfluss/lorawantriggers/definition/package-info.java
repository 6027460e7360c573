/** Reads the YAML files of device types and triggers, and tells everything that is wrong with one at once. */
@NullMarked
package de.amtsfluss.lorawantriggers.definition;

import org.jspecify.annotations.NullMarked;
