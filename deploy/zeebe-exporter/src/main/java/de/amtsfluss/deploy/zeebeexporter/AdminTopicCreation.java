package de.amtsfluss.deploy.zeebeexporter;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * Creates the topic with Kafka's admin client. While Kafka is away it keeps its client, because every new one writes
 * all of its settings into the broker's log.
 */
final class AdminTopicCreation implements TopicCreation {

    private final ExporterSettings settings;
    private final Duration timeout;
    private @Nullable Admin admin;

    AdminTopicCreation(ExporterSettings settings, Duration timeout) {
        this.settings = settings;
        this.timeout = timeout;
    }

    @Override
    public void createIfMissing() throws InterruptedException {
        if (admin == null) {
            admin = Admin.create(config());
        }
        try {
            admin.createTopics(List.of(topic())).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException("Expected to create topic '%s', but it failed".formatted(settings.topic()), e);
            }
        }
        close();
    }

    @Override
    public void close() {
        var open = admin;
        admin = null;
        if (open != null) {
            open.close(Duration.ZERO);
        }
    }

    private NewTopic topic() {
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

    /** Security settings are those of the producer. */
    private Map<String, Object> config() {
        var config = new HashMap<String, Object>();
        config.put(CommonClientConfigs.METRIC_REPORTER_CLASSES_CONFIG, "");
        settings.producer().forEach((name, value) -> {
            if (AdminClientConfig.configNames().contains(name)) {
                config.put(name, value);
            }
        });
        config.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) timeout.toMillis());
        config.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, ProducerSettings.RECONNECT_PAUSE_MS);
        // Otherwise the client looks for its first brokers in a busy loop while they are away.
        config.put(CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, "none");
        return config;
    }
}
