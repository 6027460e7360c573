package de.amtsfluss.deploy.localstack.parts;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/**
 * Runs one Kafka node that is broker and controller at once, and formats its empty data folder on the first start.
 *
 * <p>The only argument is the path of Kafka's own {@code server.properties}.
 */
public final class KafkaNode {

    private KafkaNode() {}

    /**
     * Formats the data folder where that has not been done, then hands over to Kafka's own main method.
     *
     * @param args the path of the {@code server.properties}
     * @throws IOException if the properties cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException(
                    "Expected the path of one server.properties, but got %d arguments".formatted(args.length));
        }
        if (!isFormatted(Path.of(args[0]))) {
            format(args[0]);
        }
        Kafka.main(args);
    }

    private static boolean isFormatted(Path settings) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(settings)) {
            properties.load(reader);
        }
        return Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"));
    }

    private static void format(String settings) {
        String clusterId = Uuid.randomUuid().toString();
        String[] words = {"format", "--config", settings, "--cluster-id", clusterId};
        int refused = StorageTool.execute(words, System.out);
        if (refused != 0) {
            throw new IllegalStateException(
                    "Expected to format Kafka's data folder, but its storage tool answered %d".formatted(refused));
        }
    }
}
