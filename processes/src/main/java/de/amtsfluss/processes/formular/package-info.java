/** The forms of the procedures and the checks of what was filled in. */
@NullMarked
package de.amtsfluss.processes.formular;

import org.jspecify.annotations.NullMarked;
