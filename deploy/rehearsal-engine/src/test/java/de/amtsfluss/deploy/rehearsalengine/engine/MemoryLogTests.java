package de.amtsfluss.deploy.rehearsalengine.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.zeebe.logstreams.storage.LogStorage.AppendListener;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.camunda.zeebe.util.buffer.DirectBufferWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

/** The log in memory. */
class MemoryLogTests {

    private final MemoryLog log = new MemoryLog();

    @Test
    void blocksAreReadInOrderFromTheOneWithThePosition() {
        append(1, 3, "first");
        append(4, 4, "second");
        append(5, 9, "third");

        assertThat(readFrom(Long.MIN_VALUE)).containsExactly("first", "second", "third");
        assertThat(readFrom(2)).containsExactly("first", "second", "third");
        assertThat(readFrom(4)).containsExactly("second", "third");
        assertThat(readFrom(Long.MAX_VALUE)).containsExactly("third");
    }

    @Test
    void aReaderAtTheEndGoesOnWhenMoreHasCome() {
        var reader = log.newReader();
        reader.seek(Long.MIN_VALUE);
        assertThat(reader.hasNext()).isFalse();
        assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
        append(1, 1, "first");

        assertThat(reader.hasNext()).isTrue();
        assertThat(BufferUtil.bufferAsString(reader.next())).isEqualTo("first");
    }

    @Test
    void whatWasAppendedStaysAsItWas() {
        var bytes = BufferUtil.wrapString("before").byteArray();
        log.append(1, 1, new DirectBufferWriter().wrap(BufferUtil.wrapArray(bytes)), new AppendListener() {});
        bytes[0] = '!';

        assertThat(readFrom(1)).containsExactly("before");
    }

    @Test
    void listenersHearOfEachCommitUntilTheyGo() {
        var commits = new ArrayList<String>();
        io.camunda.zeebe.logstreams.storage.LogStorage.CommitListener listener = () -> commits.add("commit");
        log.addCommitListener(listener);
        append(1, 1, "first");
        log.removeCommitListener(listener);
        append(2, 2, "second");

        assertThat(commits).hasSize(1);
    }

    private void append(long lowest, long highest, String text) {
        log.append(
                lowest, highest, new DirectBufferWriter().wrap(BufferUtil.wrapString(text)), new AppendListener() {});
    }

    private List<String> readFrom(long position) {
        var reader = log.newReader();
        reader.seek(position);
        var read = new ArrayList<String>();
        while (reader.hasNext()) {
            read.add(BufferUtil.bufferAsString(reader.next()));
        }
        return read;
    }
}
