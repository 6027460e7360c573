package de.amtsfluss.deploy.rehearsalengine.engine;

import io.camunda.search.clients.SearchClientsProxy;
import io.camunda.security.auth.BrokerRequestAuthorizationConverter;
import io.camunda.security.configuration.SecurityConfiguration;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.engine.EngineConfiguration;
import io.camunda.zeebe.engine.processing.EngineProcessors;
import io.camunda.zeebe.engine.processing.message.command.SubscriptionCommandSender;
import io.camunda.zeebe.engine.processing.streamprocessor.TypedRecordProcessorContext;
import io.camunda.zeebe.engine.processing.streamprocessor.TypedRecordProcessors;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.process.test.engine.db.InMemoryDbFactory;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.scheduler.clock.ActorClock;
import io.camunda.zeebe.stream.impl.ControllableStreamClockImpl;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import io.camunda.zeebe.util.FeatureFlags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;

/** One life of the workflow engine: an empty log and an empty state, until it is closed. */
public final class Engine implements AutoCloseable {

    private static final int PARTITION = 1;
    private static final int PARTITIONS = 1;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LogStream log;
    private final ZeebeDb<ZbColumnFamilies> state;
    private final StreamProcessor processor;
    private final Commands commands;
    private final JobStreams jobStreams;

    private Engine(ActorScheduler scheduler, ActorClock clock) {
        log = LogStream.builder()
                .withPartitionId(PARTITION)
                .withLogStorage(new MemoryLog())
                .withClock(clock)
                .withMeterRegistry(meters)
                .build();
        commands = new Commands(log.newLogStreamWriter());
        jobStreams = new JobStreams(commands);
        state = new InMemoryDbFactory<ZbColumnFamilies>().createDb();
        processor = processor(scheduler, clock);
    }

    /** Starts an engine and waits until it takes commands. */
    public static Engine start(ActorScheduler scheduler, ActorClock clock) {
        var engine = new Engine(scheduler, clock);
        engine.processor.openAsync(false).join();
        return engine;
    }

    /** Sends it commands. */
    public Commands commands() {
        return commands;
    }

    /** Takes jobs from it as they come. */
    public JobStreams jobStreams() {
        return jobStreams;
    }

    /** Reads what happened in it from the beginning. */
    public Journal journal() {
        return new Journal(log.newLogStreamReader());
    }

    private StreamProcessor processor(ActorScheduler scheduler, ActorClock clock) {
        var security = new SecurityConfiguration();
        security.getAuthorizations().setEnabled(false);
        return StreamProcessor.builder()
                .logStream(log)
                .zeebeDb(state)
                .commandResponseWriter(new Answers(commands))
                .partitionCommandSender(commands)
                .recordProcessors(List.of(new io.camunda.zeebe.engine.Engine(
                        context -> processors(context, security), new EngineConfiguration(), security)))
                .actorSchedulingService(scheduler)
                .clock(new ControllableStreamClockImpl(clock))
                .meterRegistry(meters)
                .build();
    }

    private TypedRecordProcessors processors(TypedRecordProcessorContext context, SecurityConfiguration security) {
        return EngineProcessors.createEngineProcessors(
                context,
                PARTITIONS,
                new SubscriptionCommandSender(context.getPartitionId(), commands),
                commands,
                FeatureFlags.createDefault(),
                jobStreams,
                SearchClientsProxy.noop(),
                new BrokerRequestAuthorizationConverter(security));
    }

    /** Stops it; commands that were not answered yet are answered with a refusal. */
    @Override
    @SuppressWarnings("CatchingUnchecked") // the database declares Exception
    public void close() {
        processor.close();
        commands.close();
        try {
            state.close();
        } catch (Exception e) {
            throw new IllegalStateException("Expected to close the engine's state, but failed", e);
        }
        log.close();
        meters.close();
    }
}
