package de.amtsfluss.decisiontables.conformance;

import de.amtsfluss.decisiontables.conformance.ConformanceResult.Failed;
import de.amtsfluss.decisiontables.conformance.ConformanceResult.Passed;
import de.amtsfluss.decisiontables.conformance.ConformanceResult.Refused;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Runs a suite and says in lines what became of it. */
final class ConformanceReport {

    private static final String ONLY_TABLES = "--only-tables";
    private static final String UNCHECKED = "--unchecked";

    private final PrintStream out;
    private int passed;
    private int failed;
    private int refused;

    private ConformanceReport(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs a suite; the exit code is 1 when a case failed or was refused, and 2 when there was nothing to run.
     *
     * @param arguments the folder; {@code --only-tables} to take only models whose decisions all are decision tables;
     *     {@code --unchecked} to run also what the static check refuses
     */
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    static int run(PrintStream out, String... arguments) {
        List<String> all = List.of(arguments);
        List<String> folders =
                all.stream().filter(argument -> !argument.startsWith("--")).toList();
        if (folders.size() != 1) {
            out.println("Expected one folder, but got %s".formatted(folders));
            return 2;
        }
        ConformanceReport report = new ConformanceReport(out);
        try (ConformanceRunner runner = new ConformanceRunner(!all.contains(UNCHECKED))) {
            ConformanceSuite.read(Path.of(folders.getFirst())).models().stream()
                    .filter(model -> !all.contains(ONLY_TABLES)
                            || ModelNames.of(model.path()).onlyTables())
                    .forEach(model -> report.add(model, runner));
        }
        return report.end();
    }

    private void add(ConformanceSuite.Model model, ConformanceRunner runner) {
        var results = runner.run(model);
        results.forEach((one, result) -> {
            if (!(result instanceof Passed)) {
                out.println(one + ": " + result);
            }
        });
        passed += count(results.values(), Passed.class);
        failed += count(results.values(), Failed.class);
        refused += count(results.values(), Refused.class);
        out.println("%s: %d of %d passed".formatted(model, count(results.values(), Passed.class), results.size()));
    }

    private static int count(Collection<ConformanceResult> results, Class<? extends ConformanceResult> kind) {
        return Math.toIntExact(results.stream().filter(kind::isInstance).count());
    }

    private int end() {
        int total = passed + failed + refused;
        out.println("Total: %d cases, %d passed, %d failed, %d refused".formatted(total, passed, failed, refused));
        if (total == 0) {
            return 2;
        }
        return passed == total ? 0 : 1;
    }
}
