package de.amtsfluss.deploy.flowablecomparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@WithLocalStack({Part.POSTGRESQL, Part.KAFKA})
class FlowableComparisonTests {

    private static final List<String> OUTPUTS = List.of("fristStunden", "erinnerungStunden", "prioritaet");

    private final Servers servers;

    FlowableComparisonTests(LocalStack stack) {
        servers = Servers.of(stack.springProperties());
    }

    @Test
    void opensOneTaskForThreeEventsOfWhichOneAsksForAnOrder() throws InterruptedException, ExecutionException {
        var channel = new Channel("drei_ereignisse", "drei_ereignisse", 3, false);
        try (var topic = new Topic(servers, channel.topic());
                var flowable = new RunningFlowable(servers, channel)) {
            topic.write(new FuellstandGemessen("container-00001", "Restmuell", 69.9));
            topic.write(new FuellstandGemessen("container-00002", "Glas", 89.9));
            topic.write(new FuellstandGemessen("container-00003", "Bio", 70));

            await().until(() -> flowable.taken().events() == 3);

            assertThat(flowable.openOrders()).isOne();
            assertThat(flowable.taken().failures()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"false,2", "true,1"})
    void opensAnotherOrderForAContainerUnlessStartsAreUnique(boolean unique, int orders)
            throws InterruptedException, ExecutionException {
        var channel = new Channel("zweimal_voll_" + unique, "zweimal_voll_" + unique, 1, unique);
        try (var topic = new Topic(servers, channel.topic());
                var flowable = new RunningFlowable(servers, channel)) {
            topic.write("container-00001", "{\"containerId\":", false);
            topic.write(new FuellstandGemessen("container-00001", "Papier", 100));
            topic.write(new FuellstandGemessen("container-00001", "Papier", 100));

            await().until(() -> flowable.taken().events() == 2);

            assertThat(flowable.openOrders()).isEqualTo(orders);
            assertThat(flowable.taken().orders(unique)).isEqualTo(orders);
            assertThat(flowable.taken().failures())
                    .describedAs("tries of what is no JSON")
                    .isPositive();
        }
    }

    @Test
    void decidesAllCasesOfOurTableAlike() throws IOException, InterruptedException, ExecutionException {
        var channel = new Channel("entscheidungen", "entscheidungen", 1, false);
        new Topic(servers, channel.topic()).close();
        try (var flowable = new RunningFlowable(servers, channel)) {
            assertThat(cases())
                    .hasSizeGreaterThanOrEqualTo(40)
                    .allSatisfy(
                            example -> assertThat(decided(flowable, example)).isEqualTo(expected(example)));
        }
    }

    /** Fall; Fraktion; Füllstand; Maßnahme; Frist; Erinnerung; Priorität. */
    private static List<String[]> cases() throws IOException {
        var file = Path.of(
                System.getProperty("amtsfluss.root", ""),
                "decision-tables/tables/container-leeren/containerLeerung.cases.csv");
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.split(";", -1))
                .toList();
    }

    private static Map<String, Object> decided(RunningFlowable flowable, String[] example) {
        var decision =
                new HashMap<>(flowable.decide(Map.of("fraktion", example[1], "fuellstandProzent", number(example[2]))));
        OUTPUTS.forEach(name -> decision.computeIfPresent(name, (key, value) -> ((Number) value).doubleValue()));
        return decision;
    }

    private static Map<String, Object> expected(String[] example) {
        var outputs = new HashMap<String, Object>(Map.of("massnahme", example[3]));
        for (var i = 0; i < OUTPUTS.size(); i++) {
            outputs.put(OUTPUTS.get(i), number(example[4 + i]));
        }
        return outputs;
    }

    private static double number(String german) {
        return Double.parseDouble(german.replace(',', '.'));
    }
}
