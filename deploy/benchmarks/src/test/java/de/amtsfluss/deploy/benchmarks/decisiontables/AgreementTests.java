package de.amtsfluss.deploy.benchmarks.decisiontables;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.util.HashSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@WithLocalStack(Part.POSTGRESQL)
class AgreementTests {

    @Test
    void allEnginesGiveTheSameOutputs() {
        assertThat(Agreement.differences(8)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void asksQuestionsThatAreDecidedDifferently(ComparedTable table) {
        try (Engine zeebe = Contender.ZEEBE.start()) {
            Engine.Decision decision = zeebe.decision(table);

            Stream<Object> answers = Stream.iterate(0, question -> question + 1)
                    .limit(table.questions().size())
                    .map(question -> decision.outputs(decision.evaluate(question)));

            assertThat(new HashSet<>(answers.toList()))
                    .hasSizeGreaterThanOrEqualTo(Math.min(table.rows().size(), 50));
        }
    }
}
