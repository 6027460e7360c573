/** Takes in mails: what is in them, whoever wrote them. */
@NullMarked
package de.amtsfluss.workers.posteingang.mail;

import org.jspecify.annotations.NullMarked;
