package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.lorawantriggers.device.Quantity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All triggers.
 *
 * @param all ordered by procedure
 */
record Triggers(List<Trigger> all) {

    /** Reads {@code triggers/*.yaml} on the class path. */
    static Triggers installed() {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath*:triggers/*.yaml");
            return new Triggers(Stream.of(files)
                    .map(file -> {
                        try {
                            return TriggerFile.read(
                                    "triggers/" + file.getFilename(), file.getContentAsString(StandardCharsets.UTF_8));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .sorted(java.util.Comparator.comparing(Trigger::verfahren))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the triggers from the class path, but failed", e);
        }
    }

    /** Those that a reading of these quantities at such an asset concerns. */
    List<Trigger> reading(String art, Set<Quantity> measured) {
        return all.stream()
                .filter(trigger -> trigger.isAbout(art) && trigger.reads(measured))
                .toList();
    }

    /** Those that the clock evaluates. */
    List<Trigger> byClock() {
        return all.stream().filter(trigger -> trigger.every() != null).toList();
    }
}
