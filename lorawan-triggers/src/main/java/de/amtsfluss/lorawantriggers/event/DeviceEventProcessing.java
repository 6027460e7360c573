package de.amtsfluss.lorawantriggers.event;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps an event and tells those who listen, in one transaction. */
@Component
class DeviceEventProcessing {

    private final TransactionTemplate transaction;
    private final DeviceEventRepository events;
    private final ObjectProvider<DeviceEventListener> listeners;

    DeviceEventProcessing(
            TransactionTemplate transaction,
            DeviceEventRepository events,
            ObjectProvider<DeviceEventListener> listeners) {
        this.transaction = transaction;
        this.events = events;
        this.listeners = listeners;
    }

    /** Processes an event; a repeat changes nothing. */
    void process(DeviceEvent event) {
        transaction.executeWithoutResult(status -> {
            if (events.keep(event)) {
                listeners.orderedStream().forEach(listener -> listener.on(event));
            }
        });
    }
}
