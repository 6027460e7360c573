package de.amtsfluss.deploy.benchmarks.decisiontables;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Starts PostgreSQL, makes sure that all engines agree, measures them in JVMs of their own, and prints the ratios. */
public final class DecisionTableComparison {

    private DecisionTableComparison() {}

    /**
     * Measures and prints.
     *
     * @param arguments options of JMH, such as {@code -p table=SMALL -prof stack}
     * @throws CommandLineOptionException if JMH does not know an option
     * @throws RunnerException if JMH cannot run
     */
    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        LocalStack stack = LocalStack.builder()
                .state(Path.of("target", "decision-table-comparison"))
                .fresh()
                .freePorts()
                .progress(System.out::println)
                .build();
        try (stack) {
            stack.start(Set.of(Part.POSTGRESQL));
            stack.springProperties().forEach(System::setProperty);
            requireAgreement();
            measure(arguments, stack);
        }
    }

    private static void requireAgreement() {
        List<String> differences = Agreement.differences(1);
        if (!differences.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), differences));
        }
        System.out.println("All engines give the same outputs for all inputs.");
    }

    private static void measure(String[] arguments, LocalStack stack)
            throws CommandLineOptionException, RunnerException {
        List<String> properties = new ArrayList<>();
        stack.springProperties().forEach((name, value) -> properties.add("-D%s=%s".formatted(name, value)));
        var options = new OptionsBuilder()
                .parent(new CommandLineOptions(arguments))
                .include(DecisionTableBenchmark.class.getName())
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend(properties.toArray(String[]::new))
                .shouldFailOnError(true)
                .build();
        System.out.println(Ratios.markdown(new Runner(options).run()));
    }
}
