package de.amtsfluss.deploy.rehearsalengine.engine;

import io.camunda.zeebe.logstreams.log.LoggedEvent;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.impl.TypedEventRegistry;
import java.time.Instant;
import org.agrona.DirectBuffer;

/**
 * An event of the engine's log.
 *
 * @param key what it is about
 * @param intent what happened
 * @param at when, by the engine's clock
 * @param value what is known of it since
 */
public record LoggedRecord(long key, Intent intent, Instant at, UnifiedRecordValue value) {

    static LoggedRecord of(LoggedEvent event, RecordMetadata metadata) {
        return new LoggedRecord(
                event.getKey(),
                metadata.getIntent(),
                Instant.ofEpochMilli(event.getTimestamp()),
                value(metadata.getValueType(), event.getValueBuffer(), event.getValueOffset(), event.getValueLength()));
    }

    static UnifiedRecordValue value(ValueType type, DirectBuffer buffer, int offset, int length) {
        var known = TypedEventRegistry.EVENT_REGISTRY.get(type);
        if (known == null) {
            throw new IllegalStateException("Expected a record type the engine knows, but found '%s'".formatted(type));
        }
        try {
            UnifiedRecordValue value = known.getConstructor().newInstance();
            value.wrap(buffer, offset, length);
            return value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Expected to make a record of type '%s', but failed".formatted(type), e);
        }
    }
}
