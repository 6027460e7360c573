package de.amtsfluss.lorawantriggers.downlink;

import org.jspecify.annotations.Nullable;

/** What became of the attempt to hand a downlink over to a network server. */
sealed interface Handover {

    /**
     * The network server has it.
     *
     * @param serverId its own id for it; null where it uses ours
     */
    record Taken(@Nullable String serverId) implements Handover {}

    /**
     * The network server does not want it; another attempt would be of no use.
     *
     * @param sentence why
     */
    record Refused(String sentence) implements Handover {}

    /**
     * The network server could not be reached, or cannot say yet.
     *
     * @param sentence what happened
     */
    record Away(String sentence) implements Handover {}
}
