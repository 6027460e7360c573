/**
 * Turns what sensors report by LoRaWAN into messages to the procedures: takes uplinks in, decodes them, keeps the twins
 * of containers and asks for a collection order once per filling.
 *
 * <p>This package is what other modules may use: the register of containers and their sensors.
 */
@NullMarked
package de.amtsfluss.lorawantriggers;

import org.jspecify.annotations.NullMarked;
