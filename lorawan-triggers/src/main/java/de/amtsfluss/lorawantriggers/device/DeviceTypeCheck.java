package de.amtsfluss.lorawantriggers.device;

import de.amtsfluss.lorawantriggers.codec.CodecCall;
import de.amtsfluss.lorawantriggers.codec.CodecResult;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says everything that keeps a device type from being used; its examples run in the sandbox, with limits. */
@Component
class DeviceTypeCheck {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}/[a-z0-9][a-z0-9-]{0,59}");

    /** Codecs of the largest public collection have up to 130 KB. */
    private static final int LONGEST_FILE = 262_144;

    private final CodecRuntime runtime;
    private final JsonMapper json;

    DeviceTypeCheck(CodecRuntime runtime, JsonMapper json) {
        this.runtime = runtime;
        this.json = json;
    }

    /** The findings, in English; empty if there are none. */
    List<String> findings(DeviceTypeFiles files) {
        var findings = new ArrayList<String>();
        if (!NAME.matcher(files.name()).matches()) {
            findings.add("Expected a name like 'milesight/em400-mud', but found '%s'".formatted(files.name()));
        }
        Map.of("codec", files.codec(), "profile", files.profile(), "examples", files.examples())
                .forEach((name, text) -> checkFile(name, text, findings));
        if (findings.isEmpty()) {
            checkContent(files, findings);
        }
        return findings;
    }

    private static void checkFile(String name, String text, List<String> findings) {
        if (text.isBlank() || text.length() > LONGEST_FILE) {
            findings.add(
                    "Expected 1 to %d characters of %s, but found %d".formatted(LONGEST_FILE, name, text.length()));
        }
    }

    private void checkContent(DeviceTypeFiles files, List<String> findings) {
        var examples = examples(files, findings);
        DeviceType type;
        try {
            type = DeviceType.of(files, Integer.MAX_VALUE, runtime, json);
        } catch (IllegalStateException e) {
            findings.addAll(String.valueOf(e.getMessage()).lines().toList());
            return;
        }
        try {
            run(type, examples, findings);
        } finally {
            type.retire();
        }
    }

    private List<Example> examples(DeviceTypeFiles files, List<String> findings) {
        var examples = new ArrayList<Example>();
        List<JsonNode> nodes;
        try {
            nodes = ExampleFile.read(files.examples()).nodes();
        } catch (IllegalArgumentException e) {
            findings.add(String.valueOf(e.getMessage()));
            return List.of();
        }
        for (var i = 0; i < nodes.size(); i++) {
            try {
                examples.add(Example.of(nodes.get(i)));
            } catch (IllegalArgumentException e) {
                findings.add("Example %d: %s".formatted(i + 1, e.getMessage()));
            }
        }
        if (examples.stream().noneMatch(example -> example.call() instanceof CodecCall.DecodeUplink)) {
            findings.add("Expected at least one example of an uplink, but found none");
        }
        return examples;
    }

    private void run(DeviceType type, List<Example> examples, List<String> findings) {
        var shown = EnumSet.noneOf(Quantity.class);
        for (var i = 0; i < examples.size(); i++) {
            var example = examples.get(i);
            var place = "Example %d (%s): ".formatted(i + 1, example.description());
            if (example.output() == null) {
                findings.add(place + "Expected an output, but found none");
            }
            var result = type.call(example.call());
            example.difference(result, json).ifPresent(difference -> findings.add(place + difference));
            if (result instanceof CodecResult.Data data && example.call() instanceof CodecCall.DecodeUplink) {
                var values = type.measurements(data).measurements();
                shown.addAll(values.keySet());
                checkMeasurements(example.measurements(), values, place, findings);
            }
        }
        type.quantities().stream()
                .filter(quantity -> !shown.contains(quantity))
                .forEach(quantity ->
                        findings.add("Expected an example that gives %s, but none does".formatted(quantity.key())));
        for (var downlink : type.downlinks()) {
            if (type.encode(downlink) instanceof Encoded.Failed failed) {
                findings.add("Downlink '%s': %s".formatted(downlink, failed.sentence()));
            }
        }
    }

    private void checkMeasurements(
            @Nullable JsonNode expected, Map<Quantity, Double> values, String place, List<String> findings) {
        if (expected == null) {
            return;
        }
        var found = json.createObjectNode();
        values.forEach((quantity, value) -> found.put(quantity.key(), value));
        if (!SameJson.isSame(expected, found)) {
            findings.add("%sExpected measurements %s, but found %s".formatted(place, expected, found));
        }
    }
}
