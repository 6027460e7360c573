/** Takes applications on every channel and ties them to their processes. */
@NullMarked
package de.amtsfluss.processes.antrag;

import org.jspecify.annotations.NullMarked;
