package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Kafka in KRaft mode: one node that is broker and controller, its data kept, topics only by who owns them. */
record KafkaServer(Site site) implements Server {

    private static final int HEAP = 256;
    private static final int PATIENCE = 3_000;

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    private Path settings() throws IOException {
        return site.folder(part()).resolve("server.properties");
    }

    @Override
    public void prepare() throws IOException {
        Files.writeString(settings(), """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                auto.create.topics.enable=false
                # One node: nothing can be replicated.
                default.replication.factor=1
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # Small: few partitions of the inner topics, few threads, little memory.
                offsets.topic.num.partitions=4
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.num.partitions=4
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                log.cleaner.dedupe.buffer.size=8388608
                group.initial.rebalance.delay.ms=0
                # A killed node may come back only when its old session has ended.
                broker.session.timeout.ms=4000
                broker.heartbeat.interval.ms=1000
                """.formatted(
                        site.port(Port.KAFKA),
                        site.port(Port.KAFKA_CONTROLLER),
                        site.folder(part()).resolve("data")));
    }

    @Override
    public Command command() throws IOException {
        Path libraries = site.distribution().require(part(), "lib");
        return new JavaCommand(site.folder(part()), HEAP)
                .tunedFor(site)
                .temporaryFolder(site.emptyTemporaryFolder(part()))
                .startUpArchive(site.startUpArchive(part()), !site.throwAway())
                .allowUnsafe()
                .options("--enable-native-access=ALL-UNNAMED", "-XX:MaxDirectMemorySize=64m")
                .classPath(libraries + "/*", "de.amtsfluss.deploy.localstack.parts.KafkaNode")
                .arguments(settings().toString())
                .build();
    }

    @Override
    public boolean isReady() throws IOException {
        Probe.ask(site.port(Port.KAFKA), new byte[0], 0);
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, site.address(Port.KAFKA),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE);
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(PATIENCE, TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException calledOff) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
