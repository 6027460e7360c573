package de.amtsfluss.deploy.localstack.parts;

import com.hivemq.configuration.service.InternalConfigurations;
import com.hivemq.embedded.EmbeddedHiveMQ;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Runs HiveMQ CE as MQTT broker on one loopback port; sessions and retained messages outlive a restart.
 *
 * <p>Arguments: the port, then the folder that holds configuration and data.
 */
public final class MqttBroker {

    private static final int BUCKETS = 4;

    private MqttBroker() {}

    /**
     * Starts the broker and keeps it running until the process is told to end.
     *
     * @param args port and folder
     * @throws IOException if the folder cannot be written
     * @throws InterruptedException if the main thread is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 2) {
            throw new IllegalArgumentException(
                    "Expected a port and a folder, but got %d arguments".formatted(args.length));
        }
        int port = Integer.parseInt(args[0]);
        Path folder = Path.of(args[1]);
        Path configuration = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(configuration.resolve("config.xml"), """
            <?xml version="1.0"?>
            <hivemq>
                <listeners>
                    <tcp-listener>
                        <port>%d</port>
                        <bind-address>127.0.0.1</bind-address>
                    </tcp-listener>
                </listeners>
                <persistence>
                    <mode>file</mode>
                </persistence>
                <mqtt>
                    <queued-messages>
                        <!-- The default of 1,000 for each subscriber would drop what comes in a busy second. -->
                        <max-queue-size>1000000</max-queue-size>
                    </queued-messages>
                </mqtt>
                <anonymous-usage-statistics>
                    <enabled>false</enabled>
                </anonymous-usage-statistics>
            </hivemq>
            """.formatted(port));

        // Each bucket is a set of files and threads; the usual 64 are meant for many thousand clients.
        InternalConfigurations.PERSISTENCE_BUCKET_COUNT.set(BUCKETS);
        InternalConfigurations.PAYLOAD_PERSISTENCE_BUCKET_COUNT.set(BUCKETS);
        EmbeddedHiveMQ broker = EmbeddedHiveMQ.builder()
                .withConfigurationFolder(configuration)
                .withDataFolder(Files.createDirectories(folder.resolve("data")))
                .withExtensionsFolder(Files.createDirectories(folder.resolve("extensions")))
                .withoutLoggingBootstrap()
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> broker.stop().join(), "stop-mqtt-broker"));
        broker.start().join();
        new CountDownLatch(1).await();
    }
}
