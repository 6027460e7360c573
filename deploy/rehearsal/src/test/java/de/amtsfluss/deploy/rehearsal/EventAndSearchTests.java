package de.amtsfluss.deploy.rehearsal;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.CamundaAssert.assertThatDecision;
import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.assertions.DecisionSelectors.byId;
import static io.camunda.process.test.api.assertions.ProcessInstanceSelectors.byProcessId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.search.response.ProcessInstance;
import io.camunda.client.api.search.response.Variable;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Messages, signals, decisions and searches of the rehearsal engine, seen through Camunda's client. */
class EventAndSearchTests extends ProcessTests {

    @SuppressWarnings("NullAway.Init") // filled by Camunda Process Test
    private CamundaClient client;

    @SuppressWarnings("NullAway.Init") // filled by Camunda Process Test
    private CamundaProcessTestContext context;

    @Test
    void aMessageReachesWhomItConcernsAndARepeatIsKnown() {
        deploy(waiting());
        var instance = create("waiting", Map.of("id", "A"));
        assertThat(instance).isWaitingForMessage("arrived", "A");
        publish("A");

        assertThat(instance).isCompleted().hasCorrelatedMessage("arrived", "A").hasVariable("from", "A");
        assertThatThrownBy(() -> publish("A"))
                .isInstanceOfSatisfying(
                        ClientStatusException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(Status.Code.ALREADY_EXISTS));
    }

    @Test
    void aMessageIsCorrelatedAtOnceOrRefused() {
        deploy(waiting());
        var instance = create("waiting", Map.of("id", "B"));
        assertThat(instance).isWaitingForMessage("arrived", "B");

        var correlated = client.newCorrelateMessageCommand()
                .messageName("arrived")
                .correlationKey("B")
                .send()
                .join();
        assertThat(correlated.getProcessInstanceKey()).isEqualTo(instance.getProcessInstanceKey());
        assertThatThrownBy(() -> client.newCorrelateMessageCommand()
                        .messageName("arrived")
                        .correlationKey("C")
                        .send()
                        .join())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(404));
    }

    @Test
    void aSignalReachesAllThatListen() {
        deploy(Bpmn.createExecutableProcess("listening")
                .startEvent("heard")
                .signal("alarm")
                .endEvent()
                .done());
        client.newBroadcastSignalCommand()
                .signalName("alarm")
                .variables(Map.of("loud", true))
                .send()
                .join();

        assertThatProcessInstance(byProcessId("listening")).isCompleted().hasVariable("loud", true);
    }

    @Test
    void aDecisionIsEvaluatedAndKeptWithItsReason() {
        client.newDeployResourceCommand()
                .addResourceFromClasspath("probe-decision.dmn")
                .send()
                .join();
        var answer = client.newEvaluateDecisionCommand()
                .decisionId("probeSize")
                .variables(Map.of("number", 12))
                .send()
                .join();
        assertThat(answer.getDecisionOutput()).isEqualTo("\"many\"");

        deploy(Bpmn.createExecutableProcess("deciding")
                .startEvent()
                .businessRuleTask(
                        "decide",
                        task -> task.zeebeCalledDecisionId("probeSize").zeebeResultVariable("size"))
                .endEvent()
                .done());
        assertThat(create("deciding", Map.of("number", 3))).isCompleted().hasVariable("size", "few");
        assertThatDecision(byId("probeSize")).isEvaluated();
        assertThat(client.newDecisionInstanceSearchRequest()
                        .filter(filter -> filter.decisionDefinitionId("probeSize"))
                        .send()
                        .join()
                        .items())
                .hasSize(2)
                .allSatisfy(found -> assertThat(client.newDecisionInstanceGetRequest(found.getDecisionInstanceId())
                                .send()
                                .join()
                                .getMatchedRules())
                        .hasSize(1));
    }

    @Test
    void aMockedDecisionAndChildTakeThePlaceOfTheRealOnes() {
        context.mockDmnDecision("probeSize", "mocked");
        context.mockChildProcess("child", Map.of("fromChild", 1));
        deploy(Bpmn.createExecutableProcess("parent")
                .startEvent()
                .businessRuleTask(
                        "decide",
                        task -> task.zeebeCalledDecisionId("probeSize").zeebeResultVariable("size"))
                .callActivity("call", call -> call.zeebeProcessId("child"))
                .endEvent()
                .done());

        assertThat(create("parent", Map.of()))
                .isCompleted()
                .hasVariable("size", "mocked")
                .hasVariable("fromChild", 1);
    }

    @Test
    void rowsAreFilteredSortedAndGivenByThePage() {
        deploy(waiting());
        IntStream.range(0, 7).forEach(number -> create("waiting", Map.of("id", "N" + number)));
        var sorted = client.newVariableSearchRequest()
                .filter(filter -> filter.name("id").value(value -> value.like("*N*")))
                .sort(sort -> sort.value().desc())
                .page(page -> page.limit(3))
                .send()
                .join();
        var next = client.newVariableSearchRequest()
                .filter(filter -> filter.name(name -> name.in("id", "other")))
                .sort(sort -> sort.value().desc())
                .page(page -> page.limit(3).after(sorted.page().endCursor()))
                .send()
                .join();

        assertThat(sorted.page().totalItems()).isEqualTo(7);
        assertThat(sorted.items()).extracting(Variable::getValue).containsExactly("\"N6\"", "\"N5\"", "\"N4\"");
        assertThat(next.items()).extracting(Variable::getValue).containsExactly("\"N3\"", "\"N2\"", "\"N1\"");
    }

    @Test
    void instancesAreFoundByTheirVariablesAndTime() {
        deploy(waiting());
        create("waiting", Map.of("id", "early"));
        context.increaseTime(Duration.ofHours(1));
        var late = create("waiting", Map.of("id", "late"));

        assertThat(client.newProcessInstanceSearchRequest()
                        .filter(filter -> filter.variables(Map.of("id", "\"late\"")))
                        .send()
                        .join()
                        .items())
                .extracting(ProcessInstance::getProcessInstanceKey)
                .containsExactly(late.getProcessInstanceKey());
        var halfway = context.getCurrentTime().minusSeconds(1800).atOffset(java.time.ZoneOffset.UTC);
        assertThat(client.newProcessInstanceSearchRequest()
                        .filter(filter -> filter.startDate(date -> date.gt(halfway)))
                        .send()
                        .join()
                        .items())
                .hasSize(1);
    }

    @Test
    void definitionsAreFoundInTheirLatestVersion() {
        deploy(waiting());
        deploy(Bpmn.createExecutableProcess("waiting").startEvent().endEvent().done());

        assertThat(client.newProcessDefinitionSearchRequest()
                        .filter(filter -> filter.isLatestVersion(true))
                        .send()
                        .join()
                        .items())
                .singleElement()
                .satisfies(found -> assertThat(found.getVersion()).isEqualTo(2));
    }

    @Test
    void manyRowsFitOnTheDefaultPage() {
        deploy(waiting());
        List<Integer> numbers = IntStream.range(0, 120).boxed().toList();
        numbers.forEach(number -> create("waiting", Map.of("id", number)));

        var found = client.newProcessInstanceSearchRequest().send().join();
        assertThat(found.items()).hasSize(100);
        assertThat(found.page().totalItems()).isEqualTo(120);
    }

    private void publish(String key) {
        client.newPublishMessageCommand()
                .messageName("arrived")
                .correlationKey(key)
                .messageId("message-" + key)
                .timeToLive(Duration.ofMinutes(1))
                .variables(Map.of("from", key))
                .send()
                .join();
    }

    private void deploy(BpmnModelInstance model) {
        client.newDeployResourceCommand()
                .addProcessModel(model, "model.bpmn")
                .send()
                .join();
    }

    private io.camunda.client.api.response.ProcessInstanceEvent create(String process, Map<String, Object> variables) {
        return client.newCreateInstanceCommand()
                .bpmnProcessId(process)
                .latestVersion()
                .variables(variables)
                .send()
                .join();
    }

    private static BpmnModelInstance waiting() {
        return Bpmn.createExecutableProcess("waiting")
                .startEvent()
                .intermediateCatchEvent(
                        "wait",
                        event ->
                                event.message(message -> message.name("arrived").zeebeCorrelationKeyExpression("id")))
                .endEvent()
                .done();
    }
}
