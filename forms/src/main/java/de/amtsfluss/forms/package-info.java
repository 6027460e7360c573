/**
 * The pages people see and the HTTP interface machines call, both on the same services of {@code processes}; who is
 * logged in, and what every response says about its own safety.
 */
@NullMarked
package de.amtsfluss.forms;

import org.jspecify.annotations.NullMarked;
