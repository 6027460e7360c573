/** What the people who run the sensors see and do. */
@NullMarked
package de.amtsfluss.lorawantriggers.sensorik;

import org.jspecify.annotations.NullMarked;
