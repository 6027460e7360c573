package de.amtsfluss.workers.notifications;

import de.amtsfluss.processes.Vorgang;
import java.util.UUID;

/**
 * Something an office is to be told.
 *
 * @param id recognises a repeat
 * @param vorgang what it is about
 * @param template what is to be said
 * @param recipient the office
 */
record Notification(UUID id, Vorgang vorgang, String template, String recipient) {}
