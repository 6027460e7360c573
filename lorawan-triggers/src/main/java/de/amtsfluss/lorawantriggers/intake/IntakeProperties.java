package de.amtsfluss.lorawantriggers.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the intake of uplinks.
 *
 * @param webhookEnabled whether uplinks are taken in by HTTP, where the role {@code web} is on
 * @param webhookSecret what a network server must send as bearer token, or The Things Stack as password; the
 *     application does not start without it while the webhook is enabled
 * @param maxSize how large a message may be
 * @param chirpstackKafka ChirpStack's own topic in Kafka as a source
 */
@ConfigurationProperties("amtsfluss.lorawan-triggers")
record IntakeProperties(
        @DefaultValue("true") boolean webhookEnabled,
        @Nullable String webhookSecret,
        @DefaultValue("64KB") DataSize maxSize,
        @DefaultValue ChirpstackKafka chirpstackKafka) {

    /**
     * Settings of ChirpStack's own topic as a source.
     *
     * @param enabled whether it is read
     * @param topic its name
     * @param bootstrapServers the brokers it lies on; those of {@code spring.kafka} if absent
     * @param groupId the consumer group that all copies share
     * @param threads how many partitions this copy works on at once
     * @param properties whatever else Kafka's consumer must know, for example how to log in there
     */
    record ChirpstackKafka(
            @DefaultValue("false") boolean enabled,
            @DefaultValue("chirpstack") String topic,
            @Nullable String bootstrapServers,

            @DefaultValue("amtsfluss.lorawan-triggers.chirpstack")
            String groupId,

            @DefaultValue("1") int threads,
            @DefaultValue Map<String, String> properties) {

        @Override
        public String toString() {
            return "ChirpstackKafka[enabled=%s, topic=%s]".formatted(enabled, topic);
        }
    }

    @Override
    public String toString() {
        return "IntakeProperties[webhookEnabled=%s, maxSize=%s, chirpstackKafka=%s]"
                .formatted(webhookEnabled, maxSize, chirpstackKafka);
    }
}
