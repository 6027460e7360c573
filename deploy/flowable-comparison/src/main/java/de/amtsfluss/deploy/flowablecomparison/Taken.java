package de.amtsfluss.deploy.flowablecomparison;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.RecordInterceptor;

/** Counts what Flowable has taken, after its transactions. */
final class Taken implements RecordInterceptor<Object, Object> {

    private final LongAdder events = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final LongAdder full = new LongAdder();
    private final Set<Object> fullContainers = ConcurrentHashMap.newKeySet();

    @Override
    public ConsumerRecord<Object, Object> intercept(
            ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
        return message;
    }

    @Override
    public void success(ConsumerRecord<Object, Object> message, Consumer<Object, Object> consumer) {
        events.increment();
        if (message.headers().lastHeader(Topic.FULL) != null) {
            full.increment();
            fullContainers.add(message.key());
        }
    }

    @Override
    public void failure(ConsumerRecord<Object, Object> message, Exception failure, Consumer<Object, Object> consumer) {
        failures.increment();
    }

    long events() {
        return events.sum();
    }

    /** How many tries have failed; Spring tries an event ten times and then leaves it aside. */
    long failures() {
        return failures.sum();
    }

    /** How many orders have to be open. */
    long orders(boolean unique) {
        return unique ? fullContainers.size() : full.sum();
    }
}
