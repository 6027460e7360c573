package de.amtsfluss.deploy.localstack.server;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Elasticsearch as a cluster of one node without security, which only this machine reaches. */
record ElasticsearchServer(Site site) implements Server {

    private static final int HEAP = 384;

    @Override
    public Part part() {
        return Part.ELASTICSEARCH;
    }

    private Path configuration() throws IOException {
        return Files.createDirectories(site.folder(part()).resolve("config"));
    }

    @Override
    public void prepare() throws IOException {
        Path folder = site.folder(part());
        Files.writeString(configuration().resolve("elasticsearch.yml"), """
                cluster.name: amtsfluss
                node.name: local-stack
                discovery.type: single-node
                network.host: 127.0.0.1
                http.port: %1$d
                transport.port: %2$d
                path.data: "%3$s"
                path.logs: "%4$s"
                xpack.security.enabled: false
                # A nearly full disk is the desk's business.
                cluster.routing.allocation.disk.threshold_enabled: false
                """.formatted(
                        site.port(Port.ELASTICSEARCH),
                        site.port(Port.ELASTICSEARCH_TRANSPORT),
                        folder.resolve("data"),
                        Files.createDirectories(folder.resolve("logs"))));
        // It may write there, so the configuration must not lie below.
        Path temporary = site.emptyTemporaryFolder(part());
        Files.writeString(configuration().resolve("jvm.options"), """
                -Xms128m
                -Xmx%dm
                -XX:+UseSerialGC
                -XX:TieredStopAtLevel=1
                -XX:+ExitOnOutOfMemoryError
                -XX:-AlwaysPreTouch
                -Djava.io.tmpdir=%s
                """.formatted(HEAP, temporary));
        Files.writeString(configuration().resolve("log4j2.properties"), """
                appender.console.type=Console
                appender.console.name=Console
                appender.console.layout.type=PatternLayout
                appender.console.layout.pattern=%d{yyyy-MM-dd'T'HH:mm:ss.SSS} %-5level %logger{36} - %msg%n
                rootLogger.level=info
                rootLogger.appenderRef.console.ref=Console
                """);
    }

    @Override
    public Command command() throws IOException {
        Path home = site.distribution().unpacked(part());
        List<String> line = new ArrayList<>(NotRoot.somebody());
        line.add(home.resolve("bin").resolve("elasticsearch").toString());
        return new Command(
                line,
                Map.of(
                        "ES_JAVA_HOME",
                        System.getProperty("java.home"),
                        "ES_PATH_CONF",
                        configuration().toString(),
                        "ES_TMPDIR",
                        site.folder(part()).resolve("tmp").toString(),
                        "ES_JAVA_OPTS",
                        "",
                        "CLI_JAVA_OPTS",
                        "-XX:TieredStopAtLevel=1"),
                site.folder(part()));
    }

    /** The health, since the distribution without its plug-ins has no answer at its root. */
    @Override
    public boolean isReady() throws IOException {
        String health = Probe.get("http://%s/_cluster/health".formatted(site.address(Port.ELASTICSEARCH)));
        return health.contains("\"status\":\"green\"") || health.contains("\"status\":\"yellow\"");
    }
}
