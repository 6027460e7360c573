/** Takes post through its process, and takes in what lies in the scan folder and the mailbox. */
@NullMarked
package de.amtsfluss.workers.posteingang;

import org.jspecify.annotations.NullMarked;
