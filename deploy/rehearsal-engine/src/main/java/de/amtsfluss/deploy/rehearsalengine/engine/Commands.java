package de.amtsfluss.deploy.rehearsalengine.engine;

import io.camunda.zeebe.logstreams.log.LogAppendEntry;
import io.camunda.zeebe.logstreams.log.LogStreamWriter;
import io.camunda.zeebe.logstreams.log.WriteContext;
import io.camunda.zeebe.protocol.impl.encoding.AuthInfo;
import io.camunda.zeebe.protocol.impl.record.RecordMetadata;
import io.camunda.zeebe.protocol.impl.record.UnifiedRecordValue;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.InterPartitionCommandSender;
import io.camunda.zeebe.stream.impl.TypedEventRegistry;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Writes commands to the engine's log and hands out the answers. */
public final class Commands implements InterPartitionCommandSender {

    private static final int REQUEST_STREAM = 1;
    private static final long NO_KEY = -1;

    private final LogStreamWriter log;
    private final AtomicLong requests = new AtomicLong();
    private final Map<Long, CompletableFuture<Answer>> waiting = new ConcurrentHashMap<>();

    Commands(LogStreamWriter log) {
        this.log = log;
    }

    /** Sends a command about something new. */
    public CompletableFuture<Answer> send(Intent intent, UnifiedRecordValue value) {
        return send(intent, NO_KEY, value);
    }

    /** Sends a command about what has the key. */
    public CompletableFuture<Answer> send(Intent intent, long key, UnifiedRecordValue value) {
        var request = requests.incrementAndGet();
        var answer = new CompletableFuture<Answer>();
        waiting.put(request, answer);
        write(intent, key, value, metadata(intent, value).requestId(request).requestStreamId(REQUEST_STREAM));
        return answer;
    }

    /** Sends a command that is not answered. */
    void tell(Intent intent, long key, UnifiedRecordValue value) {
        write(intent, key, value, metadata(intent, value));
    }

    /** With its one partition, the engine sends these to itself. */
    @Override
    public void sendCommand(
            int partition,
            ValueType type,
            Intent intent,
            @Nullable Long key,
            UnifiedRecordValue value,
            @Nullable AuthInfo authorization) {
        write(
                intent,
                key == null ? NO_KEY : key,
                value,
                new RecordMetadata()
                        .recordType(RecordType.COMMAND)
                        .valueType(type)
                        .intent(intent));
    }

    void answered(long request, Answer answer) {
        var future = waiting.remove(request);
        if (future != null) {
            future.complete(answer);
        }
    }

    /** Answers all that is still waiting: the engine ends. */
    void close() {
        waiting.keySet()
                .forEach(request -> answered(
                        request,
                        new Answer.Rejected(
                                RejectionType.PROCESSING_ERROR,
                                "Expected the engine to answer, but it was stopped or purged before")));
    }

    private static RecordMetadata metadata(Intent intent, UnifiedRecordValue value) {
        var type = TypedEventRegistry.TYPE_REGISTRY.get(value.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    "Expected a record the engine knows, but found %s".formatted(value.getClass()));
        }
        return new RecordMetadata()
                .recordType(RecordType.COMMAND)
                .valueType(type)
                .intent(intent);
    }

    private void write(Intent intent, long key, UnifiedRecordValue value, RecordMetadata metadata) {
        var entry = key == NO_KEY ? LogAppendEntry.of(metadata, value) : LogAppendEntry.of(key, metadata, value);
        synchronized (log) {
            var written = log.tryWrite(WriteContext.userCommand(intent), entry);
            if (written.isLeft()) {
                answered(
                        metadata.getRequestId(),
                        new Answer.Rejected(
                                RejectionType.PROCESSING_ERROR,
                                "Expected the log to take command '%s', but %s".formatted(intent, written.getLeft())));
            }
        }
    }
}
