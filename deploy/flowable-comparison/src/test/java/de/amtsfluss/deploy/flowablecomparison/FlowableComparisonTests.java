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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@WithLocalStack({Part.POSTGRESQL, Part.KAFKA})
class FlowableComparisonTests {

    private static final List<String> OUTPUTS = List.of("fristStunden", "erinnerungStunden", "prioritaet");

    private static final Channel CHANNEL = new Channel("fuellstaende", "flowable", 3, false);

    private static Servers servers;
    private static Topic topic;
    private static RunningFlowable flowable;

    @BeforeAll
    static void start(LocalStack stack) throws InterruptedException, ExecutionException {
        servers = Servers.of(stack.springProperties());
        topic = new Topic(servers, CHANNEL.topic());
        flowable = new RunningFlowable(servers, CHANNEL);
    }

    @AfterAll
    static void stop() {
        flowable.close();
        topic.close();
    }

    @Test
    void opensOneTaskForThreeEventsOfWhichOneAsksForAnOrder() {
        var events = flowable.taken().events();
        var orders = flowable.openOrders();

        topic.write(new FuellstandGemessen("container-00001", "Restmuell", 69.9));
        topic.write(new FuellstandGemessen("container-00002", "Glas", 89.9));
        topic.write(new FuellstandGemessen("container-00003", "Bio", 70));

        await().until(() -> flowable.taken().events() == events + 3);
        assertThat(flowable.openOrders()).isEqualTo(orders + 1);
    }

    @Test
    void opensAFurtherOrderForAContainerThatIsStillFull() {
        var events = flowable.taken().events();
        var orders = flowable.openOrders();

        topic.write(new FuellstandGemessen("container-00004", "Papier", 100));
        topic.write(new FuellstandGemessen("container-00004", "Papier", 100));

        await().until(() -> flowable.taken().events() == events + 2);
        assertThat(flowable.openOrders()).isEqualTo(orders + 2);
        assertThat(flowable.taken().orders(false)).isEqualTo(2);
    }

    @Test
    void goesOnAfterAnEventThatIsNoJson() {
        var events = flowable.taken().events();
        var failures = flowable.taken().failures();

        topic.write("container-00005", "{\"containerId\":", false);
        topic.write(new FuellstandGemessen("container-00005", "Textil", 0));

        await().until(() -> flowable.taken().events() == events + 1);
        assertThat(flowable.taken().failures()).isGreaterThan(failures);
    }

    @Test
    void opensNoFurtherOrderWhereStartsAreUnique() throws InterruptedException, ExecutionException {
        var channel = new Channel("fuellstaende_unique", "flowable_unique", 1, true);
        try (var full = new Topic(servers, channel.topic());
                var unique = new RunningFlowable(servers, channel)) {
            full.write(new FuellstandGemessen("container-00001", "Papier", 100));
            full.write(new FuellstandGemessen("container-00001", "Papier", 100));

            await().until(() -> unique.taken().events() == 2);
            assertThat(unique.openOrders()).isOne();
            assertThat(unique.taken().orders(true)).isOne();
        }
    }

    @Test
    void decidesAllCasesOfOurTableAlike() throws IOException {
        assertThat(cases())
                .hasSizeGreaterThanOrEqualTo(40)
                .allSatisfy(example -> assertThat(decided(example)).isEqualTo(expected(example)));
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

    private static Map<String, Object> decided(String[] example) {
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
