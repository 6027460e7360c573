/** The runnable application: all modules together. */
@NullMarked
package de.amtsfluss;

import org.jspecify.annotations.NullMarked;
