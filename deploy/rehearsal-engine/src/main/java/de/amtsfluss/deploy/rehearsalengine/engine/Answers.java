package de.amtsfluss.deploy.rehearsalengine.engine;

import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.stream.api.CommandResponseWriter;
import io.camunda.zeebe.util.buffer.BufferUtil;
import io.camunda.zeebe.util.buffer.BufferWriter;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Takes the answers that the engine writes, one after the other in its own thread. */
final class Answers implements CommandResponseWriter {

    private final Commands commands;
    private long key;
    private Intent intent = Intent.UNKNOWN;
    private ValueType valueType = ValueType.NULL_VAL;
    private RejectionType rejectionType = RejectionType.NULL_VAL;
    private String rejectionReason = "";
    private DirectBuffer value = new UnsafeBuffer(new byte[0]);

    Answers(Commands commands) {
        this.commands = commands;
    }

    @Override
    public CommandResponseWriter partitionId(int partition) {
        return this;
    }

    @Override
    public CommandResponseWriter key(long newKey) {
        key = newKey;
        return this;
    }

    @Override
    public CommandResponseWriter intent(Intent newIntent) {
        intent = newIntent;
        return this;
    }

    @Override
    public CommandResponseWriter recordType(RecordType type) {
        return this;
    }

    @Override
    public CommandResponseWriter valueType(ValueType newValueType) {
        valueType = newValueType;
        return this;
    }

    @Override
    public CommandResponseWriter rejectionType(RejectionType newRejectionType) {
        rejectionType = newRejectionType;
        return this;
    }

    @Override
    public CommandResponseWriter rejectionReason(DirectBuffer reason) {
        rejectionReason = BufferUtil.bufferAsString(reason);
        return this;
    }

    @Override
    public CommandResponseWriter valueWriter(BufferWriter writer) {
        var bytes = new UnsafeBuffer(new byte[writer.getLength()]);
        writer.write(bytes, 0);
        value = bytes;
        return this;
    }

    @Override
    public void tryWriteResponse(int requestStream, long request) {
        commands.answered(request, answer());
    }

    private Answer answer() {
        if (rejectionType != RejectionType.NULL_VAL) {
            return new Answer.Rejected(
                    rejectionType,
                    "Command '%s' rejected with code '%s': %s".formatted(intent, rejectionType, rejectionReason));
        }
        return new Answer.Accepted(key, LoggedRecord.value(valueType, value, 0, value.capacity()));
    }
}
