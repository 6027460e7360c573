package de.amtsfluss.lorawantriggers.event;

/** Is told what happens to devices; every bean of this kind is. */
@FunctionalInterface
public interface DeviceEventListener {

    /**
     * Takes note of an event that was not known before, in the transaction that keeps it. If the listener fails, the
     * event counts as not seen: it is tried again while a server is away, and else becomes a dead letter.
     *
     * @param event the events of one device come in order, as long as the network server keeps it
     */
    void on(DeviceEvent event);
}
