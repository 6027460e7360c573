package de.amtsfluss.deploy.rehearsal;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.zeebe.model.bpmn.Bpmn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The commands that the rehearsal engine takes by REST too, from a client that prefers it. */
class RestCommandTests extends ProcessTests {

    @SuppressWarnings("NullAway.Init") // filled by Camunda Process Test
    private CamundaClient client;

    @SuppressWarnings("NullAway.Init") // filled by Camunda Process Test
    private CamundaProcessTestContext context;

    @SuppressWarnings("NullAway.Init") // filled before each test
    private CamundaClient rest;

    @BeforeEach
    void deployAProcessThatWorksAndWaits() {
        rest = context.createClient(builder -> builder.preferRestOverGrpc(true));
        client.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess("restProcess")
                                .startEvent()
                                .serviceTask("work", task -> task.zeebeJobType("work"))
                                .boundaryEvent("error", event -> event.error("BROKEN"))
                                .endEvent("broken")
                                .moveToActivity("work")
                                .intermediateCatchEvent(
                                        "wait",
                                        event -> event.message(message ->
                                                message.name("arrived").zeebeCorrelationKeyExpression("id")))
                                .endEvent("end")
                                .done(),
                        "model.bpmn")
                .send()
                .join();
    }

    @AfterEach
    void closeTheClient() {
        rest.close();
    }

    @Test
    void aProcessRunsToItsEnd() {
        var instance = create();
        rest.newSetVariablesCommand(instance.getProcessInstanceKey())
                .variables(Map.of("ort", "Sennestadt"))
                .send()
                .join();
        rest.newCompleteCommand(activate())
                .variables(Map.of("done", true))
                .send()
                .join();
        rest.newPublishMessageCommand()
                .messageName("arrived")
                .correlationKey("R")
                .timeToLive(Duration.ofMinutes(1))
                .send()
                .join();

        assertThat(instance)
                .isCompleted()
                .hasCompletedElements("end")
                .hasVariable("ort", "Sennestadt")
                .hasVariable("done", true);
    }

    @Test
    void aProcessIsCancelled() {
        var instance = create();
        rest.newCancelInstanceCommand(instance.getProcessInstanceKey()).send().join();

        assertThat(instance).isTerminated();
    }

    @Test
    void aFailedJobIsRepairedAndABusinessErrorThrown() {
        var instance = create();
        var job = activate();
        rest.newFailCommand(job).retries(0).errorMessage("no ink").send().join();
        assertThat(instance).hasActiveIncidents();
        rest.newUpdateRetriesCommand(job).retries(1).send().join();
        rest.newResolveIncidentCommand(rest.newIncidentSearchRequest()
                        .send()
                        .join()
                        .singleItem()
                        .getIncidentKey())
                .send()
                .join();
        rest.newThrowErrorCommand(activate()).errorCode("BROKEN").send().join();

        assertThat(instance).isCompleted().hasCompletedElements("error", "broken");
    }

    @Test
    void aSignalIsBroadcast() {
        client.newDeployResourceCommand()
                .addProcessModel(
                        Bpmn.createExecutableProcess("listening")
                                .startEvent("heard")
                                .signal("alarm")
                                .endEvent()
                                .done(),
                        "listening.bpmn")
                .send()
                .join();
        rest.newBroadcastSignalCommand().signalName("alarm").send().join();

        assertThat(rest.newProcessInstanceSearchRequest()
                        .filter(filter -> filter.processDefinitionId("listening"))
                        .send()
                        .join()
                        .items())
                .hasSize(1);
    }

    @Test
    void theClockIsHeldAndLetGo() throws Exception {
        var noon = Instant.parse("2090-01-01T12:00:00Z");
        manage("POST", "/actuator/clock/pin", "{\"epochMilli\": %d}".formatted(noon.toEpochMilli()));
        assertThat(context.getCurrentTime()).isEqualTo(noon);
        manage("DELETE", "/actuator/clock", "");

        assertThat(context.getCurrentTime()).isBefore(noon);
    }

    private ProcessInstanceEvent create() {
        return rest.newCreateInstanceCommand()
                .bpmnProcessId("restProcess")
                .latestVersion()
                .variables(Map.of("id", "R"))
                .send()
                .join();
    }

    private ActivatedJob activate() {
        return client.newActivateJobsCommand()
                .jobType("work")
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(1))
                .send()
                .join()
                .getJobs()
                .getFirst();
    }

    private void manage(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(EngineProcess.shared().http() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }
}
