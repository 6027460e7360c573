package de.amtsfluss.processes;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/**
 * Hands messages to the process engine, at least once and in effect once.
 *
 * <p>All methods take part in the caller's transaction: the message is kept in an outbox with the caller's own changes
 * and is sent after the commit, again and again until the engine has taken it.
 */
public interface ProcessMessages {

    /**
     * Asks for one new process, and so for one Vorgang, per Ausloeser. While another process with the same correlation
     * key is open, the engine starts none; the request is repeated until it has led to a Vorgang or is withdrawn.
     *
     * @return {@code false} if this Ausloeser was already asked for, nothing is changed then
     */
    boolean start(StartMessage message);

    /**
     * Withdraws a request that has not yet led to a Vorgang.
     *
     * @return whether a process may have been started for it and so must be told what has changed
     */
    boolean withdraw(AusloeserId ausloeser);

    /** Sends a message to a process that waits for it, now or within the message's time to live. */
    void publish(ProcessMessage message);

    /**
     * A message that starts a process.
     *
     * @param ausloeser what asks for the process; the process gets its id as a variable
     * @param name the message's name in the model
     * @param correlationKey one open process per key, for example the container's id
     * @param facts variables of the new process; no personal data
     */
    record StartMessage(AusloeserId ausloeser, String name, String correlationKey, Map<String, Object> facts) {}

    /**
     * A message that continues a process.
     *
     * @param id recognises a repeat
     * @param name the message's name in the model
     * @param correlationKey what the waiting process compares with
     * @param timeToLive how long the engine keeps the message if nobody waits for it yet
     * @param facts variables for the process; no personal data
     */
    record ProcessMessage(
            UUID id, String name, String correlationKey, Duration timeToLive, Map<String, Object> facts) {}
}
