/** Has Flowable's event registry do the work of the LoRaWAN triggers, and measures it. */
@NullMarked
package de.amtsfluss.deploy.flowablecomparison;

import org.jspecify.annotations.NullMarked;
