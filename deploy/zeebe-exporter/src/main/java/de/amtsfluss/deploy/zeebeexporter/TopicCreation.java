package de.amtsfluss.deploy.zeebeexporter;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** Creates the topic of the records where it is missing. */
@FunctionalInterface
interface TopicCreation {

    /**
     * Creates the topic, or leaves it as it is when it exists.
     *
     * @throws KafkaException if Kafka is away or refuses
     */
    void createIfMissing() throws InterruptedException;

    /** Creates the topic with Kafka's admin client, which takes its security settings from those of the producer. */
    static TopicCreation byAdminClient(ExporterSettings settings, Duration timeout) {
        return () -> {
            try (var admin = Admin.create(adminConfig(settings, timeout))) {
                admin.createTopics(List.of(topic(settings))).all().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new KafkaException(
                            "Expected to create topic '%s', but %s".formatted(settings.topic(), e.getCause()),
                            e.getCause());
                }
            }
        };
    }

    private static NewTopic topic(ExporterSettings settings) {
        var replication = settings.replicationFactor() < 0
                ? Optional.<Short>empty()
                : Optional.of((short) settings.replicationFactor());
        return new NewTopic(settings.topic(), Optional.of(settings.partitions()), replication)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(settings.retention().toMillis()),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(settings.maxRecordBytes())));
    }

    private static Map<String, Object> adminConfig(ExporterSettings settings, Duration timeout) {
        var config = new HashMap<String, Object>();
        settings.producer().forEach((name, value) -> {
            if (AdminClientConfig.configNames().contains(name)) {
                config.put(name, value);
            }
        });
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        return config;
    }
}
