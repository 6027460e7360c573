package de.amtsfluss.deploy.rehearsal;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ProblemException;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.response.ProcessInstanceEvent;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What the rehearsal engine does on commands about jobs and user tasks, seen through Camunda's client. */
class WorkCommandTests extends ProcessTests {

    @SuppressWarnings("NullAway.Init") // filled by Camunda Process Test
    private CamundaClient client;

    @SuppressWarnings("NullAway.Init") // filled by Camunda Process Test
    private CamundaProcessTestContext context;

    @Test
    void aWorkerGetsTheVariablesItNamesAndCompletesTheJob() {
        var instance = start(Map.of("ort", "Senne", "other", 1));
        var job = client.newActivateJobsCommand()
                .jobType("work")
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(1))
                .fetchVariables("ort")
                .send()
                .join()
                .getJobs()
                .getFirst();
        assertThat(job.getVariablesAsMap()).isEqualTo(Map.of("ort", "Senne"));
        assertThat(job.getCustomHeaders()).isEqualTo(Map.of("template", "letter"));
        client.newCompleteCommand(job).variables(Map.of("done", true)).send().join();

        assertThat(instance).isCompleted().hasVariable("done", true);
    }

    @Test
    void aPollThatFindsNothingWaitsForTheJob() {
        var polled = client.newActivateJobsCommand()
                .jobType("work")
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(1))
                .requestTimeout(Duration.ofSeconds(20))
                .send();
        start(Map.of());

        assertThat(polled.join().getJobs()).hasSize(1);
    }

    @Test
    void jobsArePushedToAStream() {
        List<ActivatedJob> jobs = new CopyOnWriteArrayList<>();
        try (var worker = client.newWorker()
                .jobType("work")
                .handler((answers, job) -> {
                    jobs.add(job);
                    answers.newCompleteCommand(job).send().join();
                })
                .streamEnabled(true)
                .open()) {
            var instance = start(Map.of("ort", "Heepen"));
            assertThat(instance).isCompleted();
            assertThat(worker.isOpen()).isTrue();
        }

        assertThat(jobs)
                .singleElement()
                .satisfies(job -> assertThat(job.getVariablesAsMap()).containsEntry("ort", "Heepen"));
    }

    @Test
    void aFailedJobComesAgainAfterItsPauseWithWhatItLeft() {
        var instance = start(Map.of());
        client.newFailCommand(activate())
                .retries(2)
                .retryBackoff(Duration.ofMinutes(5))
                .errorMessage("no ink")
                .variables(Map.of("tried", 1))
                .send()
                .join();
        context.increaseTime(Duration.ofMinutes(6));
        var again = activate();
        assertThat(again.getRetries()).isEqualTo(2);
        assertThat(again.getVariablesAsMap()).containsEntry("tried", 1);
        client.newCompleteCommand(again).send().join();

        assertThat(instance).isCompleted();
    }

    @Test
    void aJobWithoutRetriesIsAnIncidentUntilItGetsNewOnes() {
        var instance = start(Map.of());
        var job = activate();
        client.newFailCommand(job).retries(0).errorMessage("no ink").send().join();
        assertThat(instance).hasActiveIncidents();
        client.newUpdateJobCommand(job).updateRetries(3).send().join();
        client.newResolveIncidentCommand(client.newIncidentSearchRequest()
                        .send()
                        .join()
                        .singleItem()
                        .getIncidentKey())
                .send()
                .join();
        client.newCompleteCommand(activate()).send().join();

        assertThat(instance).isCompleted().hasNoActiveIncidents();
    }

    @Test
    void aBusinessErrorGoesItsOwnWay() {
        var instance = start(Map.of());
        client.newThrowErrorCommand(activate())
                .errorCode("NOT_FOUND")
                .variables(Map.of("searched", true))
                .send()
                .join();

        assertThat(instance).isCompleted().hasCompletedElements("notFound", "failed");
    }

    @Test
    void aTaskIsTakenOnlyOnce() {
        startTask();
        var key = task();
        client.newAssignUserTaskCommand(key)
                .assignee("mia.mustermann")
                .allowOverride(false)
                .send()
                .join();
        assertThatUserTask(byElementId("task")).hasAssignee("mia.mustermann");
        assertThatThrownBy(() -> client.newAssignUserTaskCommand(key)
                        .assignee("max.mustermann")
                        .allowOverride(false)
                        .send()
                        .join())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(409));

        client.newUnassignUserTaskCommand(key).send().join();
        client.newAssignUserTaskCommand(key).assignee("max.mustermann").send().join();
        assertThatUserTask(byElementId("task")).hasAssignee("max.mustermann");
    }

    @Test
    void aTaskIsChangedAndCompleted() {
        var instance = startTask();
        var due = OffsetDateTime.parse("2030-01-01T12:00:00Z");
        client.newUpdateUserTaskCommand(task())
                .candidateGroups("disposition")
                .dueDate(due)
                .priority(90)
                .send()
                .join();
        assertThatUserTask(byElementId("task")).hasCandidateGroup("disposition").hasPriority(90);
        client.newCompleteUserTaskCommand(task())
                .variables(Map.of("ok", true))
                .send()
                .join();

        assertThat(instance).isCompleted().hasVariable("ok", true);
        assertThatThrownBy(
                        () -> client.newCompleteUserTaskCommand(task()).send().join())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code()).isEqualTo(404));
    }

    private long task() {
        return client.newUserTaskSearchRequest().send().join().singleItem().getUserTaskKey();
    }

    private ActivatedJob activate() {
        return client.newActivateJobsCommand()
                .jobType("work")
                .maxJobsToActivate(1)
                .timeout(Duration.ofMinutes(30))
                .send()
                .join()
                .getJobs()
                .getFirst();
    }

    private ProcessInstanceEvent startTask() {
        return start(
                Bpmn.createExecutableProcess("taskProcess")
                        .startEvent()
                        .userTask("task", task -> task.zeebeUserTask().zeebeCandidateGroups("betriebshof"))
                        .endEvent()
                        .done(),
                Map.of());
    }

    private ProcessInstanceEvent start(Map<String, Object> variables) {
        return start(
                Bpmn.createExecutableProcess("workProcess")
                        .startEvent()
                        .serviceTask("work", task -> task.zeebeJobType("work").zeebeTaskHeader("template", "letter"))
                        .boundaryEvent("notFound", event -> event.error("NOT_FOUND"))
                        .endEvent("failed")
                        .moveToActivity("work")
                        .endEvent("worked")
                        .done(),
                variables);
    }

    private ProcessInstanceEvent start(BpmnModelInstance model, Map<String, Object> variables) {
        var process = client.newDeployResourceCommand()
                .addProcessModel(model, "model.bpmn")
                .send()
                .join()
                .getProcesses()
                .getFirst();
        return client.newCreateInstanceCommand()
                .processDefinitionKey(process.getProcessDefinitionKey())
                .variables(variables)
                .send()
                .join();
    }
}
