package de.amtsfluss.deploy.rehearsal;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.client.api.search.enums.IncidentState;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.grpc.Status;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the rehearsal engine does on commands about process instances, seen through Camunda's client. */
class InstanceCommandTests extends ProcessTests {

    @SuppressWarnings("NullAway.Init") // filled by Camunda Process Test
    private CamundaClient client;

    @SuppressWarnings("NullAway.Init") // filled by Camunda Process Test
    private CamundaProcessTestContext context;

    @Test
    void topologyNamesTheEngineByEitherProtocol() {
        for (var rest : List.of(true, false)) {
            try (var asked = context.createClient(builder -> builder.preferRestOverGrpc(rest))) {
                var topology = asked.newTopologyRequest().send().join();
                assertThat(topology.getGatewayVersion()).startsWith("8.8.");
                assertThat(topology.getBrokers().getFirst().getPartitions()).hasSize(1);
            }
        }
    }

    @Test
    void aBrokenModelIsRefusedWithTheReason() {
        assertThatThrownBy(() -> client.newDeployResourceCommand()
                        .addResourceStringUtf8("no XML", "broken.bpmn")
                        .send()
                        .join())
                .isInstanceOfSatisfying(ClientStatusException.class, refused -> {
                    assertThat(refused.getStatusCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(refused).hasMessageContaining("broken.bpmn");
                });
    }

    @Test
    void theSameModelIsNoNewVersion() {
        var same = twoTasks("same");
        assertThat(List.of(deploy(same), deploy(same))).containsExactly(1, 1);
        assertThat(deploy(Bpmn.createExecutableProcess("same")
                        .startEvent()
                        .endEvent("otherEnd")
                        .done()))
                .isEqualTo(2);
    }

    @Test
    void aProcessStartsAtAGivenElement() {
        deploy(twoTasks("twoTasks"));
        var instance = client.newCreateInstanceCommand()
                .bpmnProcessId("twoTasks")
                .latestVersion()
                .startBeforeElement("second")
                .send()
                .join();

        assertThat(instance).hasActiveElements("second").hasNotActivatedElements("first");
    }

    @Test
    void aResultComesWhenTheProcessHasEnded() {
        deploy(Bpmn.createExecutableProcess("sum")
                .startEvent()
                .zeebeOutputExpression("a + b", "sum")
                .endEvent()
                .done());
        var result = client.newCreateInstanceCommand()
                .bpmnProcessId("sum")
                .latestVersion()
                .variables(Map.of("a", 1, "b", 2))
                .withResult()
                .fetchVariables("sum")
                .send()
                .join();

        assertThat(result.getVariablesAsMap()).isEqualTo(Map.of("sum", 3));
    }

    @Test
    void aCancelledInstanceIsTerminated() {
        var instance = start(twoTasks("cancelled"));
        client.newCancelInstanceCommand(instance.getProcessInstanceKey()).send().join();

        assertThat(instance).isTerminated().hasTerminatedElements("first");
        assertThatThrownBy(() -> client.newCancelInstanceCommand(instance.getProcessInstanceKey())
                        .send()
                        .join())
                .isInstanceOfSatisfying(
                        ClientStatusException.class,
                        refused -> assertThat(refused.getStatusCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    @Test
    void aModificationMovesTheInstance() {
        var instance = start(twoTasks("modified"));
        assertThat(instance).hasActiveElements("first");
        client.newModifyProcessInstanceCommand(instance.getProcessInstanceKey())
                .activateElement("second")
                .withVariables(Map.of("moved", true))
                .and()
                .terminateElement(element(instance, "first"))
                .send()
                .join();

        assertThat(instance)
                .hasActiveElements("second")
                .hasTerminatedElements("first")
                .hasVariable("moved", true);
    }

    @Test
    void aMigrationLetsTheInstanceGoOnAsAnotherProcess() {
        var instance = start(twoTasks("before"));
        assertThat(instance).hasActiveElements("first");
        var target = client.newDeployResourceCommand()
                .addProcessModel(twoTasks("afterwards"), "afterwards.bpmn")
                .send()
                .join()
                .getProcesses()
                .getFirst()
                .getProcessDefinitionKey();
        client.newMigrateProcessInstanceCommand(instance.getProcessInstanceKey())
                .migrationPlan(target)
                .addMappingInstruction("first", "second")
                .send()
                .join();

        var migrated = client.newProcessInstanceGetRequest(instance.getProcessInstanceKey())
                .send()
                .join();
        assertThat(migrated.getProcessDefinitionId()).isEqualTo("afterwards");
        assertThat(instance).hasActiveElements("second");
    }

    @Test
    void variablesAreSetAtTheInstanceOrAtOneElement() {
        var instance = start(twoTasks("variables"));
        assertThat(instance).hasActiveElements("first");
        client.newSetVariablesCommand(instance.getProcessInstanceKey())
                .variables(Map.of("ort", "Brackwede"))
                .send()
                .join();
        client.newSetVariablesCommand(element(instance, "first"))
                .variables(Map.of("nurHier", List.of(1, 2)))
                .local(true)
                .send()
                .join();

        assertThat(instance).hasVariable("ort", "Brackwede").hasLocalVariable("first", "nurHier", List.of(1, 2));
    }

    @Test
    void anIncidentIsResolvedOnceItsReasonIsGone() {
        var instance = start(Bpmn.createExecutableProcess("incident")
                .startEvent()
                .exclusiveGateway("decide")
                .defaultFlow()
                .endEvent("no")
                .moveToNode("decide")
                .conditionExpression("wanted")
                .endEvent("yes")
                .done());
        assertThat(instance).hasActiveIncidents();
        var incident = client.newIncidentSearchRequest()
                .filter(filter -> filter.state(IncidentState.ACTIVE))
                .send()
                .join()
                .singleItem();
        assertThat(incident.getElementId()).isEqualTo("decide");

        client.newSetVariablesCommand(instance.getProcessInstanceKey())
                .variables(Map.of("wanted", true))
                .send()
                .join();
        client.newResolveIncidentCommand(incident.getIncidentKey()).send().join();
        assertThat(instance).hasNoActiveIncidents().isCompleted().hasCompletedElements("yes");
    }

    @Test
    void aTimerFiresWhenItsTimeHasCome() {
        var instance = start(Bpmn.createExecutableProcess("timer")
                .startEvent()
                .intermediateCatchEvent("wait", event -> event.timerWithDuration("P2D"))
                .endEvent()
                .done());
        assertThat(instance).hasActiveElements("wait");
        context.increaseTime(Duration.ofDays(2));

        assertThat(instance).isCompleted();
    }

    @Test
    void theClockIsSetForwardAndIsTheSystemsAgainInTheNextTest() {
        var noon = Instant.parse("2090-01-01T12:00:00Z");
        assertThat(context.getCurrentTime()).isBefore(noon);
        context.setTime(noon);
        var instance = start(twoTasks("later"));

        assertThat(client.newProcessInstanceGetRequest(instance.getProcessInstanceKey())
                        .send()
                        .join()
                        .getStartDate()
                        .toInstant())
                .isBetween(noon, noon.plusSeconds(600));
    }

    @Test
    void theXmlIsTheOneDeployed() {
        var model = twoTasks("xml");
        var deployed = client.newDeployResourceCommand()
                .addProcessModel(model, "xml.bpmn")
                .send()
                .join()
                .getProcesses()
                .getFirst();

        assertThat(client.newProcessDefinitionGetXmlRequest(deployed.getProcessDefinitionKey())
                        .send()
                        .join()
                        .getBytes(StandardCharsets.UTF_8))
                .isEqualTo(Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFlowsTakenAreKept() {
        var instance = start(twoTasks("flows"));
        assertThat(instance).hasActiveElements("first");

        assertThat(client.newProcessInstanceSequenceFlowsRequest(instance.getProcessInstanceKey())
                        .send()
                        .join())
                .extracting(flow -> flow.getElementId())
                .containsExactly("toFirst");
    }

    private ProcessInstanceEvent start(BpmnModelInstance model) {
        var key = client.newDeployResourceCommand()
                .addProcessModel(model, "model.bpmn")
                .send()
                .join()
                .getProcesses()
                .getFirst()
                .getProcessDefinitionKey();
        return client.newCreateInstanceCommand()
                .processDefinitionKey(key)
                .send()
                .join();
    }

    private int deploy(BpmnModelInstance model) {
        return client.newDeployResourceCommand()
                .addProcessModel(model, "model.bpmn")
                .send()
                .join()
                .getProcesses()
                .getFirst()
                .getVersion();
    }

    private long element(ProcessInstanceEvent instance, String id) {
        return client.newElementInstanceSearchRequest()
                .filter(filter -> filter.processInstanceKey(instance.getProcessInstanceKey())
                        .elementId(id))
                .send()
                .join()
                .singleItem()
                .getElementInstanceKey();
    }

    private static BpmnModelInstance twoTasks(String id) {
        return Bpmn.createExecutableProcess(id)
                .startEvent("start")
                .sequenceFlowId("toFirst")
                .serviceTask("first", task -> task.zeebeJobType("first"))
                .serviceTask("second", task -> task.zeebeJobType("second"))
                .endEvent("end")
                .done();
    }
}
