package de.amtsfluss.lorawantriggers.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of examples as vendors write it: TS013's {@code examples.json} (TS013-1.0.0), the {@code test_decode_*.json}
 * of ChirpStack's device profiles, with comments and hexadecimal numbers, or the {@code *-codec.yaml} of The Things
 * Network's device repository.
 *
 * @param parts the examples, by the codec they are for
 */
public record ExampleFile(List<Part> parts) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** A text or a comment, which stay as they are, or a hexadecimal number. */
    private static final Pattern HEXADECIMAL = Pattern.compile(
            "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|//[^\\n]*+|\\b0[xX]([0-9a-fA-F]{1,8})\\b", Pattern.DOTALL);

    /** The sections of The Things Network's file, with the type that TS013 gives their examples. */
    private static final Map<String, String> SECTIONS = Map.of(
            "uplinkDecoder", "uplink",
            "downlinkEncoder", "downlink-encode",
            "downlinkDecoder", "downlink-decode");

    /**
     * Examples of one codec.
     *
     * @param codec its file, absent if the examples do not name it
     * @param nodes the examples
     */
    public record Part(@Nullable String codec, List<JsonNode> nodes) {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException if it is neither JSON nor YAML of these forms
     */
    public static ExampleFile read(String text) {
        var bare = text.startsWith("\ufeff") ? text.substring(1) : text;
        var start = bare.stripLeading();
        return start.startsWith("[") || start.startsWith("{") || start.startsWith("/") ? json(bare) : yaml(bare);
    }

    /** All examples, for whichever codec. */
    public List<JsonNode> nodes() {
        return parts.stream().flatMap(part -> part.nodes().stream()).toList();
    }

    private static ExampleFile json(String text) {
        var nodes = new ArrayList<JsonNode>();
        var plain = text.contains("0x") || text.contains("0X")
                ? HEXADECIMAL.matcher(text).replaceAll(ExampleFile::decimal)
                : text;
        try (var values = JSON.readerFor(JsonNode.class).<JsonNode>readValues(plain)) {
            while (values.hasNextValue()) {
                var node = values.nextValue();
                if (node.path("examples").isArray()) {
                    node.path("examples").forEach(nodes::add);
                } else {
                    nodes.add(node);
                }
            }
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Expected examples in JSON, but: " + e.getOriginalMessage(), e);
        }
        return new ExampleFile(List.of(new Part(null, nodes)));
    }

    private static String decimal(MatchResult found) {
        var text = found.group(1) == null ? found.group() : Long.toString(Long.parseLong(found.group(1), 16));
        return Matcher.quoteReplacement(text);
    }

    private static ExampleFile yaml(String text) {
        JsonNode root;
        try {
            Object loaded = parser().load(text);
            root = JSON.valueToTree(loaded);
        } catch (YAMLException e) {
            var message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw new IllegalArgumentException("Expected examples in YAML, but: " + message, e);
        }
        var parts = new ArrayList<Part>();
        for (var section : SECTIONS.entrySet()) {
            var found = root.path(section.getKey());
            if (found.isObject()) {
                parts.add(new Part(
                        found.path("fileName").stringValue(null), typed(found.path("examples"), section.getValue())));
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(
                    "Expected a list of examples in JSON, or YAML with one of %s, but found neither"
                            .formatted(SECTIONS.keySet().stream().sorted().toList()));
        }
        return new ExampleFile(parts);
    }

    private static List<JsonNode> typed(JsonNode examples, String type) {
        var nodes = new ArrayList<JsonNode>();
        for (var example : examples) {
            if (example.isObject()) {
                nodes.add(example.asObject().put("type", type));
            }
        }
        return nodes;
    }

    private static Yaml parser() {
        var options = new LoaderOptions();
        return new Yaml(
                new SafeConstructor(options),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                options,
                new CoreSchema());
    }

    /** YAML 1.2 (section 10.3): words such as {@code on} and times are texts there. */
    private static final class CoreSchema extends Resolver {

        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.NULL, Pattern.compile("~|null|Null|NULL"), "~nN");
            addImplicitResolver(Tag.NULL, Pattern.compile(""), null);
            addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
            addImplicitResolver(Tag.INT, Pattern.compile("[-+]?(?:0|[1-9][0-9]*)|0x[0-9a-fA-F]+"), "-+0123456789");
            addImplicitResolver(
                    Tag.FLOAT,
                    Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
                            + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)"),
                    "-+0123456789.");
            addImplicitResolver(Tag.MERGE, Pattern.compile("<<"), "<");
        }
    }
}
