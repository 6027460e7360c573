package de.amtsfluss.deploy.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the gate of the build says about tests that leave something out. */
class ModelCoverageTests {

    @TempDir
    private Path models;

    @BeforeEach
    void aModelWithFourEvents() throws IOException {
        var model = Bpmn.createExecutableProcess("probe")
                .startEvent("start")
                .subProcess("inner")
                .embeddedSubProcess()
                .startEvent()
                .endEvent("innerEnd")
                .name("Inneres erledigt")
                .subProcessDone()
                .boundaryEvent("late", event -> event.timerWithDuration("P1D"))
                .name("Frist abgelaufen")
                .endEvent("lateEnd")
                .name("Verfristet")
                .moveToActivity("inner")
                .endEvent("end")
                .name("Erledigt")
                .done();
        Files.createDirectory(models.resolve("probe"));
        Bpmn.writeModelToFile(models.resolve("probe/probe.bpmn").toFile(), model);
    }

    @Test
    void everyEndAndBoundaryEventThatNoTestReachesIsNamed() {
        assertThat(ModelCoverage.missing(models, Set.of("probe end", "probe start", "other lateEnd", "probe innerEnd")))
                .containsExactlyInAnyOrder(
                        "Expected a test to reach endEvent 'Verfristet' (lateEnd) of probe.bpmn, but none does",
                        "Expected a test to reach boundaryEvent 'Frist abgelaufen' (late) of probe.bpmn, but none does");
    }

    @Test
    void nothingIsMissingWhenAllAreReached() {
        assertThat(ModelCoverage.missing(models, Set.of("probe end", "probe innerEnd", "probe late", "probe lateEnd")))
                .isEmpty();
    }
}
