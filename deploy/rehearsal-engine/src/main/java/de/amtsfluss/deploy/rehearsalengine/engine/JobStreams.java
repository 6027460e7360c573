package de.amtsfluss.deploy.rehearsalengine.engine;

import io.camunda.zeebe.engine.processing.streamprocessor.JobStreamer;
import io.camunda.zeebe.protocol.impl.record.value.job.JobRecord;
import io.camunda.zeebe.protocol.impl.stream.job.ActivatedJob;
import io.camunda.zeebe.protocol.impl.stream.job.JobActivationProperties;
import io.camunda.zeebe.protocol.record.intent.JobIntent;
import io.camunda.zeebe.util.buffer.BufferUtil;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.agrona.DirectBuffer;

/** Pushes new jobs to the workers that listen for their type, in turn. */
public final class JobStreams implements JobStreamer {

    private final Map<String, List<Stream>> streams = new ConcurrentHashMap<>();
    private final List<Consumer<String>> waiters = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Commands commands;

    JobStreams(Commands commands) {
        this.commands = commands;
    }

    /**
     * A worker's stream.
     *
     * @param properties what the worker wants of each job
     * @param receiver takes a job, and tells whether it could
     */
    public record Stream(JobActivationProperties properties, Receiver receiver) implements JobStream {

        @Override
        public void push(ActivatedJob job) {
            receiver.receive(job.jobKey(), job.jobRecord());
        }
    }

    /** Takes a job to a worker. */
    @FunctionalInterface
    public interface Receiver {

        /** Takes a job, or tells that the worker is gone. */
        boolean receive(long key, JobRecord job);
    }

    /** Pushes jobs of the type to the stream from now on. */
    public void add(String type, Stream stream) {
        streams.computeIfAbsent(type, unused -> new CopyOnWriteArrayList<>()).add(stream);
    }

    /** Ends a stream. */
    public void remove(String type, Stream stream) {
        streams.getOrDefault(type, List.of()).remove(stream);
    }

    /** Tells the listener each type of which new jobs have come. */
    public void onWork(Consumer<String> listener) {
        waiters.add(listener);
    }

    @Override
    public void notifyWorkAvailable(String type) {
        waiters.forEach(listener -> listener.accept(type));
    }

    @Override
    public Optional<JobStream> streamFor(DirectBuffer type, Predicate<JobActivationProperties> wanted) {
        var open = streams.getOrDefault(BufferUtil.bufferAsString(type), List.of()).stream()
                .filter(stream -> wanted.test(stream.properties()))
                .toList();
        return open.isEmpty()
                ? Optional.empty()
                : Optional.of(guarded(
                        BufferUtil.bufferAsString(type), open.get(Math.floorMod(turn.getAndIncrement(), open.size()))));
    }

    /** A job for a worker that is gone goes back, so that another one gets it at once. */
    private JobStream guarded(String type, Stream stream) {
        return new Stream(stream.properties(), (key, job) -> {
            var received = stream.receiver().receive(key, job);
            if (!received) {
                remove(type, stream);
                commands.tell(JobIntent.YIELD, key, new JobRecord());
            }
            return received;
        });
    }
}
