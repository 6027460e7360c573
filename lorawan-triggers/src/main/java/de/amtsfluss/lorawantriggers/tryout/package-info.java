/** Lets people try codecs out and release device types, by HTTP and on the command line. */
@NullMarked
package de.amtsfluss.lorawantriggers.tryout;

import org.jspecify.annotations.NullMarked;
