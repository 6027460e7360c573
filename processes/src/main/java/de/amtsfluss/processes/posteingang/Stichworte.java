package de.amtsfluss.processes.posteingang;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The words by which a subject is recognised: a file that the city replaces by its own. */
@Component
class Stichworte {

    private final Map<String, List<Pattern>> words = new TreeMap<>();

    Stichworte(
            @Value("${amtsfluss.processes.posteingang.stichworte:classpath:posteingang/stichworte.properties}")
                    Resource file) {
        var read = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the words in %s, but failed".formatted(file), e);
        }
        read.stringPropertyNames().forEach(thema -> words.put(thema, patterns(read.getProperty(thema))));
    }

    private static List<Pattern> patterns(String listed) {
        return Arrays.stream(listed.split(","))
                .map(word -> word.strip().toLowerCase(Locale.GERMAN))
                .filter(word -> !word.isEmpty())
                .map(word -> Pattern.compile("(?<!\\p{L})" + Pattern.quote(word)))
                .toList();
    }

    /** The subject that the text is about; {@code mehrere} if there are several, {@code keines} if there is none. */
    String thema(String text) {
        var lower = text.toLowerCase(Locale.GERMAN);
        var found = words.entrySet().stream()
                .filter(thema -> thema.getValue().stream()
                        .anyMatch(word -> word.matcher(lower).find()))
                .map(Map.Entry::getKey)
                .toList();
        return switch (found.size()) {
            case 0 -> "keines";
            case 1 -> found.getFirst();
            default -> "mehrere";
        };
    }
}
