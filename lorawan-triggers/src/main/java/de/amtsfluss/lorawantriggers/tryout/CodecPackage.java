package de.amtsfluss.lorawantriggers.tryout;

import de.amtsfluss.lorawantriggers.device.ExampleFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A vendor's codec with the examples that lie beside it.
 *
 * @param examples the file of the examples
 * @param codec the codec's file
 * @param nodes the examples
 */
record CodecPackage(Path examples, Path codec, List<JsonNode> nodes) {

    /** ChirpStack's device profiles: the tests of {@code x.js} are in {@code test_decode_x.json}. */
    private static final Pattern CHIRPSTACK = Pattern.compile("test_(?:decode|encode)_(.+)\\.json");

    private static final Pattern THE_THINGS_NETWORK = Pattern.compile("(?m)^(?:uplink|downlink)(?:De|En)coder\\s*:");

    private static final List<String> USUAL_NAMES = List.of("index.js", "codec.js", "main.js");

    /**
     * All packages under a folder, in the order of their names: TS013's, ChirpStack's and The Things Network's.
     *
     * @param findings takes a sentence for each file of examples that cannot be used
     */
    static List<CodecPackage> under(Path folder, JsonMapper json, List<String> findings) throws IOException {
        var packages = new ArrayList<CodecPackage>();
        List<Path> files;
        try (var all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("node_modules"))
                    .sorted()
                    .toList();
        }
        for (var file : files) {
            if (isOfExamples(file)) {
                try {
                    read(file, json).forEach(packages::add);
                } catch (IllegalArgumentException e) {
                    findings.add("%s: %s".formatted(file, e.getMessage()));
                }
            }
        }
        return packages;
    }

    /** The text of a file; vendors write comments in other encodings, which does not matter. */
    static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static boolean isOfExamples(Path file) throws IOException {
        var name = file.getFileName().toString();
        return name.equals("examples.json")
                || CHIRPSTACK.matcher(name).matches()
                || (name.endsWith(".yaml")
                        && THE_THINGS_NETWORK.matcher(text(file)).find());
    }

    private static Stream<CodecPackage> read(Path file, JsonMapper json) throws IOException {
        var parts = ExampleFile.read(text(file)).parts();
        var beside = parts.stream().allMatch(part -> part.codec() == null) ? codecBeside(file, json) : null;
        return parts.stream()
                .map(part -> new CodecPackage(
                        file,
                        part.codec() == null ? Objects.requireNonNull(beside) : file.resolveSibling(part.codec()),
                        part.nodes()));
    }

    private static @Nullable Path codecBeside(Path file, JsonMapper json) throws IOException {
        var test = CHIRPSTACK.matcher(file.getFileName().toString());
        var names = new ArrayList<String>();
        if (test.matches()) {
            names.add(test.group(1) + ".js");
        } else {
            mainOf(file.resolveSibling("package.json"), json).ifPresent(names::add);
            names.addAll(USUAL_NAMES);
        }
        return names.stream()
                .map(file::resolveSibling)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Expected a codec beside it with one of the names %s, but found none".formatted(names)));
    }

    private static Optional<String> mainOf(Path file, JsonMapper json) throws IOException {
        return Files.isRegularFile(file)
                ? Optional.ofNullable(json.readTree(text(file)).path("main").stringValue(null))
                : Optional.empty();
    }
}
