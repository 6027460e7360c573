package de.amtsfluss.processes.engine;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the access to the process engine.
 *
 * @param grpcAddress where the engine answers gRPC
 * @param restAddress where the engine answers REST, needed for user tasks
 * @param requestTimeout how long a command may take
 * @param jobThreads how many jobs are worked on at once in this copy
 * @param pollInterval how often to ask for jobs that were not pushed
 */
@ConfigurationProperties("amtsfluss.processes.engine")
record EngineProperties(
        @DefaultValue("http://127.0.0.1:26500") URI grpcAddress,
        @DefaultValue("http://127.0.0.1:26580") URI restAddress,
        @DefaultValue("10s") Duration requestTimeout,
        @DefaultValue("8") int jobThreads,
        @DefaultValue("1s") Duration pollInterval) {}
