package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.SentenceTemplate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out how a table says its answer in German, and whether its sentences name what there is. */
final class Sentences {

    private final Set<String> facts;
    private final List<Table.Output> outputs;
    private final List<String> findings;

    Sentences(Set<String> facts, List<Table.Output> outputs, List<String> findings) {
        this.facts = facts;
        this.outputs = outputs;
        this.findings = findings;
    }

    /** A table that does not say its answer gives it by the labels of its columns. */
    SentenceTemplate answer(String written) {
        return new SentenceTemplate(
                written.isEmpty()
                        ? outputs.stream()
                                .map(output -> "%s: {%s}".formatted(output.label(), output.name()))
                                .collect(Collectors.joining("; "))
                        : written);
    }

    /** Looks for places in the texts that cannot be filled. */
    void check(SentenceTemplate answer, List<String> annotations) {
        Set<String> known = new LinkedHashSet<>(facts);
        outputs.forEach(output -> known.add(output.name()));
        check(known, Stream.concat(Stream.of(answer), annotations.stream().map(SentenceTemplate::new)), findings);
    }

    /** Looks for places in texts that cannot be filled. */
    static void check(Set<String> known, Stream<SentenceTemplate> templates, List<String> findings) {
        templates
                .flatMap(template -> template.names().stream())
                .distinct()
                .filter(name -> !known.contains(name))
                .forEach(name ->
                        findings.add("expected the allowed answers and annotations to name only %s, but found '{%s}'"
                                .formatted(known, name)));
    }
}
