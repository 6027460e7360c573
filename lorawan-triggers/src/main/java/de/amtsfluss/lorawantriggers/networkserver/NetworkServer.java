package de.amtsfluss.lorawantriggers.networkserver;

/** A kind of network server, whose documents this module can read. */
public sealed interface NetworkServer permits ChirpStack, TheThingsStack {

    /** The value of {@code source} in what was translated, for example {@code chirpstack}. */
    String source();

    /**
     * Reads one document; never fails.
     *
     * @param event the kind of event where the server says it beside the document, as ChirpStack does
     * @param body the document in its JSON form
     */
    Translation translate(String event, byte[] body);
}
