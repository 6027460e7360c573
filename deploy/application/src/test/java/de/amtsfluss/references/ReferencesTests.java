package de.amtsfluss.references;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.model.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReferencesTests {

    private static final Path PROJECT = Path.of(System.getProperty("amtsfluss.root", "../.."));
    private static final Path PROBES = Path.of("src/test/resources/references-probes");

    @Test
    void allPartsOfAllProceduresFitTogether() {
        var house = House.at(PROJECT, Worker.ofTheApplication(), Documents.ofTheApplication());

        assertThat(house.models()).isNotEmpty();
        assertThat(house.workers()).isNotEmpty();
        assertThat(findings(house)).isEmpty();
    }

    private static List<String> findings(House house) {
        return Stream.concat(References.check(house).stream(), Variables.check(house).stream())
                .map(Finding::toString)
                .toList();
    }
}
