package de.amtsfluss.deploy.rehearsalengine.engine;

import io.camunda.zeebe.logstreams.log.LogStreamReader;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.record.RecordType;
import java.util.function.Consumer;

/** Reads the events of the engine's log, each once and in order. Belongs to one thread at a time. */
public final class Journal {

    private static final long NOTHING = -1;

    private final LogStreamReader reader;
    private long last = NOTHING;

    Journal(LogStreamReader reader) {
        this.reader = reader;
    }

    /** Hands over all events that were written since the last call. */
    public void readOn(Consumer<LoggedRecord> receiver) {
        // A reader that has come to the end stays there, so it is sent on each time.
        if (last == NOTHING) {
            reader.seekToFirstEvent();
        } else {
            reader.seekToNextEvent(last);
        }
        while (reader.hasNext()) {
            var event = reader.next();
            last = event.getPosition();
            var metadata = new RecordMetadata();
            event.readMetadata(metadata);
            if (metadata.getRecordType() == RecordType.EVENT) {
                receiver.accept(LoggedRecord.of(event, metadata));
            }
        }
    }
}
