package de.amtsfluss.deploy.rehearsalengine.engine;

import io.camunda.zeebe.logstreams.storage.LogStorage;
import io.camunda.zeebe.logstreams.storage.LogStorageReader;
import io.camunda.zeebe.util.buffer.BufferWriter;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.jspecify.annotations.Nullable;

/** Keeps the engine's log in memory. What was appended is committed at once and never changed. */
final class MemoryLog implements LogStorage {

    private final ConcurrentNavigableMap<Long, DirectBuffer> blocks = new ConcurrentSkipListMap<>();
    private final Set<CommitListener> listeners = ConcurrentHashMap.newKeySet();

    @Override
    public LogStorageReader newReader() {
        return new Reader();
    }

    @Override
    public void append(long lowestPosition, long highestPosition, BufferWriter block, AppendListener listener) {
        var bytes = new UnsafeBuffer(new byte[block.getLength()]);
        block.write(bytes, 0);
        blocks.put(lowestPosition, bytes);
        listener.onWrite(lowestPosition, highestPosition);
        listener.onCommit(lowestPosition, highestPosition);
        listeners.forEach(CommitListener::onCommit);
    }

    @Override
    public void addCommitListener(CommitListener listener) {
        listeners.add(listener);
    }

    @Override
    public void removeCommitListener(CommitListener listener) {
        listeners.remove(listener);
    }

    private final class Reader implements LogStorageReader {

        private long from;

        /** Goes to the block with the position, or to the first one after it. */
        @Override
        public void seek(long position) {
            var block = blocks.floorKey(position);
            from = block == null ? position : block;
        }

        @Override
        public boolean hasNext() {
            return nextBlock() != null;
        }

        @Override
        public DirectBuffer next() {
            var block = nextBlock();
            if (block == null) {
                throw new NoSuchElementException(
                        "Expected a block from position %d on, but there is none".formatted(from));
            }
            from = block.getKey() + 1;
            return block.getValue();
        }

        private Map.@Nullable Entry<Long, DirectBuffer> nextBlock() {
            return blocks.ceilingEntry(from);
        }

        @Override
        public void close() {
            // Holds nothing that needs to be given back.
        }
    }
}
