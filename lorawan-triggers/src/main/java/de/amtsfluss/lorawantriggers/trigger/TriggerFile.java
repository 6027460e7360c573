package de.amtsfluss.lorawantriggers.trigger;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.lorawantriggers.definition.Definition;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.lorawantriggers.trigger.Trigger.Changed;
import de.amtsfluss.lorawantriggers.trigger.Trigger.Message;
import de.amtsfluss.lorawantriggers.trigger.Trigger.Orders;
import de.amtsfluss.lorawantriggers.trigger.Trigger.Rules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a trigger's file. */
final class TriggerFile {

    private final Definition definition;

    private TriggerFile(Definition definition) {
        this.definition = definition;
    }

    /**
     * Reads a definition.
     *
     * @param file its name, which must be that of the procedure
     * @throws IllegalStateException if anything is wrong; its message tells all of it
     */
    static Trigger read(String file, String text) {
        var definition = Definition.of(file, text);
        var trigger = new TriggerFile(definition).trigger();
        if (!file.endsWith("/" + trigger.verfahren() + ".yaml")) {
            definition.note("Expected the file to be named after its verfahren '%s'".formatted(trigger.verfahren()));
        }
        definition.throwIfWrong();
        return trigger;
    }

    /**
     * Reads a definition that has no file.
     *
     * @throws IllegalStateException as above
     */
    static Trigger read(String text) {
        var definition = Definition.of("trigger", text);
        var trigger = new TriggerFile(definition).trigger();
        definition.throwIfWrong();
        return trigger;
    }

    private Trigger trigger() {
        var verfahren = definition.text("verfahren");
        var messages = definition.part("messages");
        return new Trigger(
                verfahren,
                subject(),
                definition.optionalText("art"),
                measurements(),
                definition.has("every") ? definition.duration("every") : null,
                decision(),
                origins(definition.part("inputs")),
                orders(),
                definition.text("correlation"),
                message(messages.part("start")),
                changed(messages.optionalPart("changed")),
                ended(messages.optionalPart("ended")),
                rules(definition.part("hysteresis")),
                smoothing(definition.optionalPart("filter")),
                Schedule.read(definition.optionalPart("schedule")),
                definition.duration("quiet"),
                definition.duration("maxAge"));
    }

    private Trigger.Subject subject() {
        var subject = definition.optionalText("subject");
        if (subject == null || subject.equals("asset")) {
            return Trigger.Subject.ASSET;
        }
        if (!subject.equals("bezirk")) {
            definition.note("Expected the subject asset or bezirk, but found '%s'".formatted(subject));
        }
        return Trigger.Subject.BEZIRK;
    }

    private List<Quantity> measurements() {
        var names = definition.texts("measurements");
        var known = names.stream()
                .map(Quantity::of)
                .flatMap(java.util.Optional::stream)
                .toList();
        if (known.isEmpty() || known.size() != names.size()) {
            definition.note("Expected known quantities at 'measurements', but found " + names);
        } else if (known.stream().anyMatch(Quantity::isDerived) != definition.has("every")) {
            definition.note(
                    "Expected 'every' for quantities that the clock derives and for no other, but found " + names);
        }
        return known;
    }

    private DecisionId decision() {
        var name = definition.text("decision");
        try {
            return new DecisionId(name);
        } catch (IllegalArgumentException e) {
            definition.note(String.valueOf(e.getMessage()));
            return new DecisionId("unreadable");
        }
    }

    private static Map<String, Origin> origins(Definition part) {
        var origins = new LinkedHashMap<String, Origin>();
        for (var key : part.keys()) {
            try {
                origins.put(key, Origin.of(part.text(key)));
            } catch (IllegalArgumentException e) {
                part.note("Expected an origin at '%s', but: %s".formatted(key, e.getMessage()));
            }
        }
        return origins;
    }

    private Orders orders() {
        var part = definition.part("orders");
        return new Orders(words(part, "held"), words(part, "atOnce"));
    }

    private static Set<String> words(Definition part, String key) {
        return part.has(key) ? new TreeSet<>(part.texts(key)) : Set.of();
    }

    private static Message message(Definition part) {
        return new Message(part.text("name"), origins(part.part("facts")));
    }

    private static @Nullable Message ended(@Nullable Definition part) {
        return part == null ? null : message(part);
    }

    private static @Nullable Changed changed(@Nullable Definition part) {
        return part == null ? null : new Changed(message(part), part.text("by"));
    }

    private static Rules rules(Definition part) {
        var rearm = part.part("rearm");
        var rules = new Rules(
                part.integer("holdReadings", 1, 100),
                limit(rearm, "below"),
                limit(rearm, "above"),
                limit(rearm, "drop"),
                words(rearm, "words"));
        if (rearm.keys().isEmpty()) {
            part.note("Expected at least one of below, above, drop, words at 'rearm', but found none");
        }
        return rules;
    }

    private static @Nullable Double limit(Definition part, String key) {
        return part.has(key) ? part.number(key, -1e9, 1e9) : null;
    }

    private static Smoothing smoothing(@Nullable Definition part) {
        if (part == null) {
            return Smoothing.NONE;
        }
        var median = part.has("median") ? part.integer("median", 1, 9) : 1;
        if (median % 2 == 0) {
            part.note("Expected an odd number at 'median', but found " + median);
        }
        return new Smoothing(median, part.has("maxJump") ? part.number("maxJump", 0, 1e9) : null);
    }
}
