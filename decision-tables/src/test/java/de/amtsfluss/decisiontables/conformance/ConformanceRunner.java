package de.amtsfluss.decisiontables.conformance;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.DecisionTrials;
import de.amtsfluss.decisiontables.DecisionTrials.Trial;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.decisiontables.TableCheck;
import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.decisiontables.conformance.ConformanceCase.Expectation;
import de.amtsfluss.decisiontables.conformance.ConformanceResult.Failed;
import de.amtsfluss.decisiontables.conformance.ConformanceResult.Passed;
import de.amtsfluss.decisiontables.conformance.ConformanceResult.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Asks the decision tables what a suite asks, by nothing but their public interfaces and without a database. */
final class ConformanceRunner implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final DecisionTrials trials;

    /**
     * Starts.
     *
     * @param statically whether models with errors of the static check are refused, as they are at deployment
     */
    ConformanceRunner(boolean statically) {
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.scan("de.amtsfluss.decisiontables.engine", "de.amtsfluss.decisiontables.check");
        if (!statically) {
            context.registerBean(
                    "noCheck", TableCheck.class, () -> (file, source) -> List.of(), bean -> bean.setPrimary(true));
        }
        context.refresh();
        trials = context.getBean(DecisionTrials.class);
    }

    /** Runs all cases of a model, in their order. */
    Map<ConformanceCase, ConformanceResult> run(ConformanceSuite.Model model) {
        Map<ConformanceCase, ConformanceResult> results = new LinkedHashMap<>();
        switch (trials.of(List.of(file(model)), Strictness.STANDARD)) {
            case Trial.Refused(List < TableFinding > findings) -> {
                Refused refused = new Refused(
                        findings.stream().map(TableFinding::toString).toList());
                model.cases().forEach(one -> results.put(one, refused));
            }
            case Trial.Ready ready -> {
                ModelNames names = ModelNames.of(model.path());
                model.cases().forEach(one -> results.put(one, run(one, ready.tables(), names)));
            }
        }
        return results;
    }

    private static DmnFile file(ConformanceSuite.Model model) {
        try {
            return new DmnFile(model.toString(), Files.readAllBytes(model.path()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConformanceResult run(ConformanceCase one, DecisionTables tables, ModelNames names) {
        return one.expectations().stream()
                .map(expectation -> compare(one, expectation, tables, names))
                .filter(result -> !(result instanceof Passed))
                .findFirst()
                .orElseGet(Passed::new);
    }

    private static ConformanceResult compare(
            ConformanceCase one, Expectation expectation, DecisionTables tables, ModelNames names) {
        String asked = one.invocable().isEmpty() ? expectation.node() : one.invocable();
        DecisionId decision = names.id(asked).orElse(null);
        if (decision == null) {
            return new Refused(List.of("no decision and no decision service is called '%s'".formatted(asked)));
        }
        return switch (tables.evaluate(decision, names.byVariable(one.inputs()))) {
            case Decided decided -> result(expectation, decided.value(), "");
            case NotDecided not -> result(expectation, null, not.sentence());
        };
    }

    private static ConformanceResult result(Expectation expectation, @Nullable Object actual, String why) {
        return TestValues.same(expectation.value(), actual)
                ? new Passed()
                : new Failed(expectation.node(), expectation.value(), actual, why);
    }

    @Override
    public void close() {
        context.close();
    }
}
