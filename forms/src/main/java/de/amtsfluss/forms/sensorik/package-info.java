/** The sensors of the city for the people who run them. */
@NullMarked
package de.amtsfluss.forms.sensorik;

import org.jspecify.annotations.NullMarked;
