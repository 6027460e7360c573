package de.amtsfluss.deploy.rehearsal;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.response.ElementInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/** Which elements of which processes a test run has reached; kept in a file until the run is looked at as a whole. */
final class Reached {

    /** In the folder of the module that is tested; a clean build begins it anew. */
    static final Path FILE = Path.of("target", "rehearsal", "reached.txt");

    private static final int PAGE = 100;

    private Reached() {}

    /** Adds what the engine has completed so far. */
    static synchronized void keep(CamundaClient client) {
        var reached = new TreeSet<String>();
        for (var from = 0; ; from += PAGE) {
            var start = from;
            var found = client.newElementInstanceSearchRequest()
                    .page(page -> page.from(start).limit(PAGE))
                    .send()
                    .join()
                    .items();
            found.stream().filter(Reached::isCompleted).map(Reached::line).forEach(reached::add);
            if (found.size() < PAGE) {
                break;
            }
        }
        write(reached);
    }

    private static boolean isCompleted(ElementInstance element) {
        return element.getState() == io.camunda.client.api.search.enums.ElementInstanceState.COMPLETED;
    }

    private static String line(ElementInstance element) {
        return line(element.getProcessDefinitionId(), element.getElementId());
    }

    static String line(String process, String element) {
        return process + " " + element;
    }

    private static void write(Set<String> reached) {
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, reached, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to keep what was reached in %s, but failed".formatted(FILE), e);
        }
    }

    static Set<String> read() {
        try {
            return Files.exists(FILE) ? new HashSet<>(Files.readAllLines(FILE)) : Set.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Expected to read what was reached from %s, but failed".formatted(FILE), e);
        }
    }
}
