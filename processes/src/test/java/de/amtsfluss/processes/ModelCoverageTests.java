package de.amtsfluss.processes;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.rehearsal.ModelCoverage;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after all other tests of the module, since it looks at what they have reached. */
@Tag("coverage")
class ModelCoverageTests {

    @Test
    void everyEndAndEveryBoundaryEventIsReachedByATest() {
        assertThat(ModelCoverage.missing(Path.of("models"))).isEmpty();
    }
}
