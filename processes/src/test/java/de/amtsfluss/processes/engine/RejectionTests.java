package de.amtsfluss.processes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.model.Finding;
import org.junit.jupiter.api.Test;

class RejectionTests {

    @Test
    void becomesOneFindingPerError() {
        var reason = """
                Command 'CREATE' rejected with code 'INVALID_ARGUMENT': Expected to deploy new resources, but encountered the following errors:
                'models/a/a.bpmn': - Element: task_A > extensionElements > priorityDefinition
                    - ERROR: failed to parse
                    - ERROR: too long
                - Element: task_B
                    - ERROR: no way out
                'forms/b/b.form': Expected the form id to be present
                """;

        assertThat(Rejection.findings(reason))
                .containsExactly(
                        new Finding(
                                "models/a/a.bpmn",
                                "task_A",
                                "Expected the engine to take <priorityDefinition>, but it says: failed to parse"),
                        new Finding(
                                "models/a/a.bpmn",
                                "task_A",
                                "Expected the engine to take <priorityDefinition>, but it says: too long"),
                        new Finding(
                                "models/a/a.bpmn", "task_B", "Expected the engine to take it, but it says: no way out"),
                        new Finding(
                                "forms/b/b.form",
                                "",
                                "Expected the engine to take it, but it says: Expected the form id to be present"));
    }

    @Test
    void losesNothingOfAnAnswerItDoesNotKnow() {
        assertThat(Rejection.findings("Request too large"))
                .containsExactly(new Finding(
                        "deployment", "", "Expected the engine to take it, but it says: Request too large"));
        assertThat(Rejection.findings("Command 'CREATE' rejected with code 'X': nothing more:"))
                .hasSize(1);
    }
}
