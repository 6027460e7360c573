package de.amtsfluss.lorawantriggers.codec;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one call of a codec may use.
 *
 * @param statements how many JavaScript statements
 * @param cpuTime how much time of a processor
 * @param wallTime how long it may take in all; generous, since a busy machine must not make a payload undecodable
 * @param memory how much memory it may allocate
 */
@ConfigurationProperties("amtsfluss.lorawan-triggers.codec")
public record CodecProperties(
        @DefaultValue("1000000") long statements,
        @DefaultValue("120ms") Duration cpuTime,
        @DefaultValue("2s") Duration wallTime,
        @DefaultValue("32MB") DataSize memory) {

    /** The values that hold where nothing else is configured. */
    public static CodecProperties standard() {
        return new CodecProperties(1_000_000, Duration.ofMillis(120), Duration.ofSeconds(2), DataSize.ofMegabytes(32));
    }
}
