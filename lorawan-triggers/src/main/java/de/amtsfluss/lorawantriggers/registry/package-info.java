/** Keeps the register of assets and of the sensors that watch them. */
@NullMarked
package de.amtsfluss.lorawantriggers.registry;

import org.jspecify.annotations.NullMarked;
