/** Hands messages to sensors over to the network servers, and tells truthfully what became of them. */
@NullMarked
package de.amtsfluss.lorawantriggers.downlink;

import org.jspecify.annotations.NullMarked;
