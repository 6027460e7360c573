/** The Aktenplan: reads it from xdomea messages and keeps it. */
@NullMarked
package de.amtsfluss.processes.aktenplan;

import org.jspecify.annotations.NullMarked;
