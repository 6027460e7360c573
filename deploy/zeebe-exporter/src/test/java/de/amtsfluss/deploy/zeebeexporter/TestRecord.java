package de.amtsfluss.deploy.zeebeexporter;

import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.RecordValue;
import io.camunda.zeebe.protocol.record.RejectionType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.ImmutableProcessInstanceRecordValue;
import java.util.Map;

/** A record as the broker hands it over, of partition 2. */
record TestRecord(long position, Intent intent, ValueType valueType, RecordValue value, String json)
        implements Record<RecordValue> {

    static final long KEY = 77;

    static TestRecord at(long position) {
        return ofProcessInstance(position, 4711);
    }

    /** A step on the way to what a later record says. */
    static TestRecord onTheWay(long position) {
        var later = at(position);
        return new TestRecord(
                position, ProcessInstanceIntent.ELEMENT_ACTIVATING, later.valueType(), later.value(), later.json());
    }

    static TestRecord ofProcessInstance(long position, long processInstanceKey) {
        var value = ImmutableProcessInstanceRecordValue.builder()
                .withProcessInstanceKey(processInstanceKey)
                .build();
        return new TestRecord(
                position,
                ProcessInstanceIntent.ELEMENT_ACTIVATED,
                ValueType.PROCESS_INSTANCE,
                value,
                "{\"position\":%d,\"name\":\"Müll\"}".formatted(position));
    }

    @Override
    public String toJson() {
        return json;
    }

    @Override
    public long getPosition() {
        return position;
    }

    @Override
    public long getSourceRecordPosition() {
        return -1;
    }

    @Override
    public long getKey() {
        return KEY;
    }

    @Override
    public long getTimestamp() {
        return 0;
    }

    @Override
    public Intent getIntent() {
        return intent;
    }

    @Override
    public int getPartitionId() {
        return 2;
    }

    @Override
    public RecordType getRecordType() {
        return RecordType.EVENT;
    }

    @Override
    public RejectionType getRejectionType() {
        return RejectionType.NULL_VAL;
    }

    @Override
    public String getRejectionReason() {
        return "";
    }

    @Override
    public String getBrokerVersion() {
        return "8.6.0";
    }

    @Override
    public Map<String, Object> getAuthorizations() {
        return Map.of();
    }

    @Override
    public int getRecordVersion() {
        return 1;
    }

    @Override
    public ValueType getValueType() {
        return valueType;
    }

    @Override
    public RecordValue getValue() {
        return value;
    }

    @Override
    public long getOperationReference() {
        return -1;
    }
}
