package de.amtsfluss.workers.documents.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files of all letters: those delivered with the application, and before them those of a folder that may change
 * while the application runs.
 */
public final class LetterFiles {

    private static final Pattern PATH = Pattern.compile(".*/letters/(.+\\.(?:html|yaml|css|png))");

    private final SortedMap<String, LetterFile> delivered;
    private final @Nullable Path overrides;
    private volatile SortedMap<String, LetterFile> current;

    private LetterFiles(SortedMap<String, LetterFile> delivered, @Nullable Path overrides) {
        this.delivered = delivered;
        this.overrides = overrides;
        this.current = delivered;
    }

    /** Only what is delivered. */
    public static LetterFiles delivered() {
        return new LetterFiles(readDelivered(), null);
    }

    /**
     * What is delivered, single files of it replaced by those of a folder.
     *
     * @throws IllegalArgumentException if there is no such folder
     */
    public static LetterFiles replacedBy(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "Expected a folder of letter templates at '%s', but there is none".formatted(folder));
        }
        return new LetterFiles(readDelivered(), folder);
    }

    /** All files by their path; the same object as long as no file has changed. */
    SortedMap<String, LetterFile> current() {
        if (overrides == null) {
            return delivered;
        }
        var read = new TreeMap<>(delivered);
        addFiles(overrides, read);
        if (!isSame(read, current)) {
            current = Collections.unmodifiableSortedMap(read);
        }
        return current;
    }

    private static boolean isSame(Map<String, LetterFile> one, Map<String, LetterFile> other) {
        return one.keySet().equals(other.keySet())
                && one.values().stream().allMatch(file -> file.isSameAs(other.getOrDefault(file.path(), file)));
    }

    private static void addFiles(Path folder, Map<String, LetterFile> files) {
        try (var found = Files.walk(folder)) {
            for (var file : found.filter(Files::isRegularFile).toList()) {
                var path = folder.relativize(file).toString().replace('\\', '/');
                if (PATH.matcher("/letters/" + path).matches()) {
                    files.put(path, LetterFile.of(path, file.toString(), Files.readAllBytes(file)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Expected to read letter templates in '%s', but failed".formatted(folder), e);
        }
    }

    private static SortedMap<String, LetterFile> readDelivered() {
        var files = new TreeMap<String, LetterFile>();
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources("classpath*:letters/**/*.*")) {
                addResource(resource, files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read the delivered letter templates, but failed", e);
        }
        return Collections.unmodifiableSortedMap(files);
    }

    private static void addResource(Resource resource, Map<String, LetterFile> files) throws IOException {
        var matcher = PATH.matcher(resource.getURL().toString());
        if (matcher.matches()) {
            var path = matcher.group(1);
            files.putIfAbsent(path, LetterFile.of(path, "letters/" + path, resource.getContentAsByteArray()));
        }
    }
}
