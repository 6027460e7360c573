/** The post that comes in, from its registration to its Vorgang. */
@NullMarked
package de.amtsfluss.processes.posteingang;

import org.jspecify.annotations.NullMarked;
