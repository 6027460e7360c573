/** What leaves the office: the register of dispatches, and who wants a daily e-mail. */
@NullMarked
package de.amtsfluss.processes.versand;

import org.jspecify.annotations.NullMarked;
