package de.amtsfluss.deploy.rehearsal;

import static io.camunda.process.test.api.CamundaAssert.assertThat;
import static io.camunda.process.test.api.CamundaAssert.assertThatProcessInstance;
import static io.camunda.process.test.api.CamundaAssert.assertThatUserTask;
import static io.camunda.process.test.api.assertions.UserTaskSelectors.byElementId;

import io.camunda.client.CamundaClient;
import io.camunda.process.test.api.CamundaProcessTestContext;
import io.camunda.process.test.api.assertions.IncidentSelectors;
import io.camunda.process.test.api.assertions.ProcessInstanceSelectors;
import io.camunda.process.test.api.assertions.UserTaskAssert;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Drives one procedure through a test: deploys it, plays workers, people, messages and the clock, and looks where it
 * got. Whatever is expected is waited for.
 *
 * <pre>{@code
 * rehearsal.of("container-leeren")
 *         .worker("vorgaenge.open", Map.of("neu", true))
 *         .starts("container-leeren.containerVoll", "BI-C-0001", facts)
 *         .person("userTask_ContainerLeeren", Map.of("geleert", true))
 *         .endsAt("endEvent_ContainerGeleert");
 * }</pre>
 */
public final class Rehearsal {

    private final CamundaProcessTestContext camunda;
    private final CamundaClient client;
    private final Map<String, Worker> workers = new HashMap<>();
    private String procedure = "";

    Rehearsal(CamundaProcessTestContext camunda) {
        this.camunda = camunda;
        this.client = camunda.createClient();
    }

    /** Deploys the procedure's model from the class path, with a blank form for each form it cites. */
    public Rehearsal of(String id) {
        procedure = id;
        Deployment.of(id).deploy(client);
        return this;
    }

    /** Lets a worker complete each job of the type with the variables. */
    public Rehearsal worker(String type, Map<String, ?> variables) {
        worker(type).completes(variables);
        return this;
    }

    /** The worker for the type, to be told what it does; it does nothing before. */
    public Worker worker(String type) {
        return workers.computeIfAbsent(type, unused -> new Worker(type, camunda));
    }

    /** Publishes a message that lives only for the moment, as those do that start a procedure. */
    public Rehearsal starts(String message, String correlationKey, Map<String, ?> variables) {
        return receives(message, correlationKey, Duration.ZERO, variables);
    }

    /** Publishes a message that waits for a while for whom it concerns. */
    public Rehearsal receives(String message, String correlationKey, Duration timeToLive, Map<String, ?> variables) {
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(correlationKey)
                .timeToLive(timeToLive)
                .variables(variables)
                .send()
                .join();
        return this;
    }

    /** Completes the one open task of the element. */
    public Rehearsal person(String elementId, Map<String, Object> answers) {
        camunda.completeUserTask(byElementId(elementId), answers);
        return this;
    }

    /** The one open task of the element. */
    public UserTaskAssert task(String elementId) {
        return assertThatUserTask(byElementId(elementId));
    }

    /** Waits until the procedure is at the elements. */
    public Rehearsal waitsAt(String... elementIds) {
        assertThat(instance()).hasActiveElements(elementIds);
        return this;
    }

    /** Waits until the elements are through; the procedure may go on. */
    public Rehearsal passes(String... elementIds) {
        assertThat(instance()).hasCompletedElements(elementIds);
        return this;
    }

    /** Waits until the elements were stopped before their end. */
    public Rehearsal stops(String... elementIds) {
        assertThat(instance()).hasTerminatedElements(elementIds);
        return this;
    }

    /** Looks that the elements were never begun. */
    public Rehearsal avoids(String... elementIds) {
        assertThat(instance()).hasNotActivatedElements(elementIds);
        return this;
    }

    /** Waits until the procedure has ended, at this event. */
    public Rehearsal endsAt(String endEvent) {
        assertThatProcessInstance(instance()).isCompleted().hasCompletedElements(endEvent);
        return this;
    }

    /** Waits until the procedure has the variable. */
    public Rehearsal has(String variable, Object value) {
        assertThatProcessInstance(instance()).hasVariable(variable, value);
        return this;
    }

    /** Waits until a job has failed for good and somebody has to look after it. */
    public Rehearsal needsHelp() {
        assertThatProcessInstance(instance()).hasActiveIncidents();
        return this;
    }

    /** Does what an operator does: gives the failed job new attempts and resolves the incident. */
    public Rehearsal isHelped(int attempts) {
        incidents().forEach(incident -> {
            if (incident.getJobKey() != null) {
                client.newUpdateRetriesCommand(incident.getJobKey())
                        .retries(attempts)
                        .send()
                        .join();
            }
            camunda.resolveIncident(IncidentSelectors.byElementId(incident.getElementId()));
        });
        return this;
    }

    private List<io.camunda.client.api.search.response.Incident> incidents() {
        return client.newIncidentSearchRequest()
                .filter(filter -> filter.state(io.camunda.client.api.search.enums.IncidentState.ACTIVE))
                .send()
                .join()
                .items();
    }

    /** How many instances of the procedure were ever started. */
    public int instances() {
        return client.newProcessInstanceSearchRequest()
                .filter(filter -> filter.processDefinitionId(procedure))
                .send()
                .join()
                .items()
                .size();
    }

    /** The engine's time. */
    public Instant now() {
        return camunda.getCurrentTime();
    }

    /** Lets time pass; what falls due happens. */
    public Rehearsal after(Duration time) {
        camunda.increaseTime(time);
        return this;
    }

    private io.camunda.process.test.api.assertions.ProcessInstanceSelector instance() {
        return ProcessInstanceSelectors.byProcessId(procedure);
    }
}
