package de.amtsfluss.deploy.benchmarks.load;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the application's meters in the text form of Prometheus. */
final class Meters {

    private static final Pattern STAGE =
            Pattern.compile("amtsfluss_lorawan_triggers_stage_seconds_(count|sum)\\{.*stage=\"([^\"]+)\".*} (\\S+)");
    private static final Pattern DECISION =
            Pattern.compile("amtsfluss_lorawan_triggers_decisions_total\\{.*decision=\"containerLeerung\".*} (\\S+)");
    private static final Pattern MEMORY = Pattern.compile("jvm_memory_used_bytes\\{.*area=\"heap\".*} (\\S+)");

    private final Interface application;
    private final String address;

    Meters(Interface application, String address) {
        this.application = application;
        this.address = address;
    }

    /**
     * What was read.
     *
     * @param decided how many readings the table has decided about
     * @param heapMegabytes what the application's heap holds
     * @param stages the stages of the processing by their names
     */
    record Reading(long decided, long heapMegabytes, Map<String, Stage> stages) {

        /** What each stage took since then, a line for each: batches and seconds. */
        List<String> stagesSince(Reading before) {
            var lines = new ArrayList<String>();
            stages.forEach((name, stage) -> {
                var earlier = before.stages.getOrDefault(name, new Stage(0, 0));
                lines.add("%-9s %7.0f batches %8.1f s"
                        .formatted(name, stage.batches() - earlier.batches(), stage.seconds() - earlier.seconds()));
            });
            return lines;
        }
    }

    /**
     * A stage of the processing.
     *
     * @param batches how often it was passed
     * @param seconds how long that took in all
     */
    record Stage(double batches, double seconds) {}

    /** Whether they can be read at all. */
    boolean areReadable() {
        return !address.isEmpty();
    }

    /** All is 0 where they cannot be read. */
    Reading read() {
        if (!areReadable()) {
            return new Reading(0, 0, Map.of());
        }
        var decided = 0.0;
        var heap = 0.0;
        var stages = new TreeMap<String, Stage>();
        for (var line : application.getOpen(URI.create(address)).split("\n", -1)) {
            var decision = DECISION.matcher(line);
            if (decision.matches()) {
                decided += Double.parseDouble(decision.group(1));
            }
            var memory = MEMORY.matcher(line);
            if (memory.matches()) {
                heap += Double.parseDouble(memory.group(1));
            }
            var stage = STAGE.matcher(line);
            if (stage.matches()) {
                var number = Double.parseDouble(stage.group(3));
                var found = stage.group(1).equals("count") ? new Stage(number, 0) : new Stage(0, number);
                stages.merge(stage.group(2), found, Meters::sum);
            }
        }
        return new Reading((long) decided, (long) (heap / 1_048_576), stages);
    }

    private static Stage sum(Stage one, Stage other) {
        return new Stage(one.batches() + other.batches(), one.seconds() + other.seconds());
    }
}
