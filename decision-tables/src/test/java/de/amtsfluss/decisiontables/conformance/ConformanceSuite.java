package de.amtsfluss.decisiontables.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with models and their test files beside them, at any depth.
 *
 * @param models the models that have test files, in the order of their paths
 */
record ConformanceSuite(List<Model> models) {

    /**
     * A DMN file with its cases.
     *
     * @param path the DMN file
     * @param cases the cases of all its test files
     */
    record Model(Path path, List<ConformanceCase> cases) {

        @Override
        public String toString() {
            return String.valueOf(path.getFileName());
        }
    }

    /** Reads a folder; other XML files than test files are passed over. */
    static ConformanceSuite read(Path folder) {
        SortedMap<Path, List<ConformanceCase>> cases = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .forEach(file -> TestFile.read(file)
                            .ifPresent(read -> cases.computeIfAbsent(
                                            file.resolveSibling(read.model()), key -> new ArrayList<>())
                                    .addAll(read.cases())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Model> models = new ArrayList<>();
        cases.forEach((path, its) -> models.add(new Model(path, List.copyOf(its))));
        return new ConformanceSuite(models);
    }
}
