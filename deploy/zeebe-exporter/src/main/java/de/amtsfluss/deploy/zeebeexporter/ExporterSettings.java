package de.amtsfluss.deploy.zeebeexporter;

import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.intent.UserTaskIntent;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * What an operator can set.
 *
 * @param bootstrapServers the Kafka brokers to begin with, {@code host:port} divided by commas
 * @param topic the topic that gets the records
 * @param partitions how many partitions the topic is created with, at least as many as Zeebe has
 * @param replicationFactor how many copies Kafka keeps when the topic is created, -1 for the default of the Kafka
 *     broker
 * @param retention how long Kafka keeps a record when the topic is created; a reader must not be away for longer
 * @param valueTypes kinds of records that are exported
 * @param recordTypes events, commands or rejections
 * @param skippedIntents names of intents whose records are not exported
 * @param flushInterval how long a record waits at most before it is sent while Kafka answers
 * @param flushTimeout how long one attempt to send a batch may take before it counts as failed
 * @param batchSize how many records are held in memory at most
 * @param maxBatchBytes how many bytes of records are held in memory, one record more at most
 * @param maxRecordBytes the longest record Kafka takes
 * @param producer settings handed through to the Kafka producer
 */
record ExporterSettings(
        String bootstrapServers,
        String topic,
        int partitions,
        int replicationFactor,
        Duration retention,
        Set<ValueType> valueTypes,
        Set<RecordType> recordTypes,
        Set<String> skippedIntents,
        Duration flushInterval,
        Duration flushTimeout,
        int batchSize,
        int maxBatchBytes,
        int maxRecordBytes,
        Map<String, String> producer) {

    /** What a read model of instances, elements, user tasks and incidents is made from. */
    private static final Set<ValueType> DEFAULT_VALUE_TYPES =
            Set.of(ValueType.PROCESS, ValueType.PROCESS_INSTANCE, ValueType.USER_TASK, ValueType.INCIDENT);

    /** Engines later than the one this is compiled with have it. */
    private static final String CLAIMING = "CLAIMING";

    /** Steps on the way to what another record says; a read model needs none of them. */
    private static final Set<String> DEFAULT_SKIPPED_INTENTS = Set.of(
            ProcessInstanceIntent.ELEMENT_ACTIVATING.name(),
            ProcessInstanceIntent.ELEMENT_COMPLETING.name(),
            ProcessInstanceIntent.ELEMENT_TERMINATING.name(),
            ProcessInstanceIntent.SEQUENCE_FLOW_TAKEN.name(),
            UserTaskIntent.CREATING.name(),
            UserTaskIntent.ASSIGNING.name(),
            CLAIMING,
            UserTaskIntent.UPDATING.name(),
            UserTaskIntent.COMPLETING.name(),
            UserTaskIntent.CANCELING.name());

    private static final Set<String> INTENTS = Intent.INTENT_CLASSES.stream()
            .flatMap(intents -> Arrays.stream(intents.getEnumConstants()))
            .map(Intent::name)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<ValueType> VALUE_TYPES =
            EnumSet.complementOf(EnumSet.of(ValueType.NULL_VAL, ValueType.SBE_UNKNOWN));
    private static final Set<RecordType> RECORD_TYPES =
            EnumSet.of(RecordType.EVENT, RecordType.COMMAND, RecordType.COMMAND_REJECTION);

    private static final Pattern SERVERS = Pattern.compile("[^\\s,]+:\\d{1,5}(\\s*,\\s*[^\\s,]+:\\d{1,5})*");
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    /** Order and completeness hang on these, so nobody may change them by accident. */
    private static final Set<String> RESERVED = Set.of(
            ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
            ProducerConfig.ACKS_CONFIG,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION,
            ProducerConfig.TRANSACTIONAL_ID_CONFIG,
            ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            ProducerConfig.LINGER_MS_CONFIG,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
            ProducerConfig.PARTITIONER_CLASS_CONFIG);

    /** The other compressors need native libraries, which are not in the jar. */
    private static final Set<String> COMPRESSIONS = Set.of("none", "gzip");

    /**
     * Reads the {@code args} of the exporter.
     *
     * @throws IllegalArgumentException if something is missing, wrong or unknown; the message names all of it
     */
    static ExporterSettings from(Map<String, Object> args) {
        var arguments = new Arguments(args);
        var settings = new ExporterSettings(
                servers(arguments),
                topic(arguments),
                arguments.number("partitions", 1, 1, 10_000),
                arguments.number("replicationFactor", -1, -1, 100),
                arguments.duration("retention", Duration.ofDays(30), Duration.ofDays(36_500)),
                arguments.constants("valueTypes", VALUE_TYPES, DEFAULT_VALUE_TYPES),
                arguments.constants("recordTypes", RECORD_TYPES, Set.of(RecordType.EVENT)),
                arguments.names("skippedIntents", INTENTS, DEFAULT_SKIPPED_INTENTS),
                arguments.duration("flushInterval", Duration.ofMillis(50), Duration.ofMinutes(1)),
                arguments.duration("flushTimeout", Duration.ofSeconds(5), Duration.ofMinutes(5)),
                arguments.number("batchSize", 1_000, 1, 1_000_000),
                arguments.number("maxBatchBytes", 4 << 20, 1, 1 << 30),
                // Zeebe's longest message has 4 MB; as JSON it can be six times as long when all of it is escaped.
                arguments.number("maxRecordBytes", 32 << 20, 1 << 10, 1 << 30),
                producer(arguments));
        if (settings.replicationFactor() == 0) {
            arguments.problem("Expected 'replicationFactor' to be -1 or at least 1, but found '0'");
        }
        ProducerSettings.problem(settings).ifPresent(arguments::problem);
        arguments.throwIfUnusable();
        return settings;
    }

    private static String servers(Arguments arguments) {
        var servers = arguments.requiredText("bootstrapServers", "host:port of at least one Kafka broker");
        if (!servers.isEmpty() && !SERVERS.matcher(servers).matches()) {
            arguments.problem("Expected 'bootstrapServers' to be host:port, divided by commas, but found '%s'"
                    .formatted(servers));
        }
        return servers;
    }

    private static String topic(Arguments arguments) {
        var topic = arguments.text("topic", "zeebe.records");
        if (!TOPIC.matcher(topic).matches()) {
            arguments.problem("Expected 'topic' to be a Kafka topic name, but found '%s'".formatted(topic));
        }
        return topic;
    }

    private static Map<String, String> producer(Arguments arguments) {
        var producer = arguments.below("producer");
        producer.forEach((name, value) -> {
            if (RESERVED.contains(name)) {
                arguments.problem(
                        "Expected 'producer.%s' to be left to the exporter, but found '%s'".formatted(name, value));
            } else if (!ProducerConfig.configNames().contains(name)) {
                arguments.problem("Expected 'producer.%s' to be a setting of the Kafka producer, but there is none"
                        .formatted(name));
            }
        });
        var compression = producer.getOrDefault(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        if (!COMPRESSIONS.contains(compression)) {
            arguments.problem(
                    "Expected 'producer.compression.type' to be none or gzip, but found '%s'".formatted(compression));
        }
        return Map.copyOf(producer);
    }
}
