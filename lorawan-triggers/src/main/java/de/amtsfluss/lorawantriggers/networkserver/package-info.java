/** What each network server sends, translated into the canonical uplink and the canonical event. */
@NullMarked
package de.amtsfluss.lorawantriggers.networkserver;

import org.jspecify.annotations.NullMarked;
