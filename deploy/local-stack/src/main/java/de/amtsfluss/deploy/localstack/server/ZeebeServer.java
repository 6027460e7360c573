package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The engine: one broker with one partition, its gateway for gRPC and REST, and our exporter. */
record ZeebeServer(Site site) implements Server {

    /** Tests wait for days that the engine only counts: {@code POST /actuator/clock/add}. */
    private static final String MOVABLE_CLOCK = """
            zeebe.clock.controlled=true
            management.endpoint.clock.enabled=true
            """;

    private static final int HEAP = 512;
    private static final String LOGGING = "log4j2.properties";

    @Override
    public Part part() {
        return Part.ZEEBE;
    }

    private Path settings() throws IOException {
        return site.folder(part()).resolve("local.properties");
    }

    @Override
    public void prepare() throws IOException {
        String settings = """
                server.address=127.0.0.1
                server.port=%1$d
                management.server.address=127.0.0.1
                management.server.port=%2$d
                zeebe.broker.gateway.enable=true
                zeebe.broker.gateway.network.host=127.0.0.1
                zeebe.broker.gateway.network.port=%3$d
                zeebe.broker.network.host=127.0.0.1
                zeebe.broker.network.advertisedHost=127.0.0.1
                zeebe.broker.network.commandApi.port=%4$d
                zeebe.broker.network.internalApi.port=%5$d
                zeebe.broker.cluster.initialContactPoints=127.0.0.1:%5$d
                zeebe.broker.cluster.partitionsCount=1
                zeebe.broker.data.directory=%6$s
                zeebe.broker.data.logSegmentSize=32MB
                # A nearly full disk is the desk's business; the broker pauses only when it could not write any more.
                zeebe.broker.data.disk.freeSpace.processing=256MB
                zeebe.broker.data.disk.freeSpace.replication=128MB
                # Enough for one partition.
                zeebe.broker.threads.cpuThreadCount=1
                zeebe.broker.threads.ioThreadCount=1
                # Per partition; the default of 512 MB is meant for servers.
                zeebe.broker.experimental.rocksdb.memoryLimit=64MB
                """.formatted(
                        site.port(Port.ZEEBE_REST),
                        site.port(Port.ZEEBE_MANAGEMENT),
                        site.port(Port.ZEEBE_GRPC),
                        site.port(Port.ZEEBE_COMMAND),
                        site.port(Port.ZEEBE_INTERNAL),
                        site.folder(part()).resolve("data"));
        Files.writeString(settings(), settings + exporter() + (site.throwAway() ? MOVABLE_CLOCK : ""));
        Files.writeString(site.folder(part()).resolve(LOGGING), """
                appender.console.type=Console
                appender.console.name=Console
                appender.console.layout.type=PatternLayout
                appender.console.layout.pattern=%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5level [%X{actor-name}] %logger{36} - %msg%n
                rootLogger.level=info
                rootLogger.appenderRef.console.ref=Console
                """);
    }

    private String exporter() {
        return """
                zeebe.broker.exporters.kafka.className=de.amtsfluss.deploy.zeebeexporter.KafkaExporter
                zeebe.broker.exporters.kafka.jarPath=%s
                zeebe.broker.exporters.kafka.args.bootstrapServers=%s
                zeebe.broker.exporters.kafka.args.topic=zeebe.records
                zeebe.broker.exporters.kafka.args.partitions=1
                """.formatted(site.distribution().require(part(), "zeebe-exporter.jar"), site.address(Port.KAFKA));
    }

    @Override
    public Command command() throws IOException {
        Path libraries = site.distribution().unpacked(part()).resolve("lib");
        Path folder = site.folder(part());
        return new JavaCommand(folder, HEAP)
                .tunedFor(site)
                .temporaryFolder(site.emptyTemporaryFolder(part()))
                .startUpArchive(site.startUpArchive(part()), !site.throwAway())
                .allowUnsafe()
                .options("--enable-native-access=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED")
                .options("--add-opens=java.base/java.nio=ALL-UNNAMED", "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED")
                .options("-Dspring.config.additional-location=" + settings().toUri())
                .options("-Dbasedir=" + folder, "-Dlog4j2.configurationFile=" + folder.resolve(LOGGING))
                .classPath(libraries + "/*", "io.camunda.application.StandaloneBroker")
                .build();
    }

    @Override
    public boolean isReady() throws IOException {
        String topology = Probe.get("http://%s/v2/topology".formatted(site.address(Port.ZEEBE_REST)));
        return topology.contains("\"role\":\"leader\"") && topology.contains("\"health\":\"healthy\"");
    }
}
