package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.Journal;
import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * All rows. Before each reading they catch up with the log, so whoever reads sees everything that the engine has
 * answered before.
 */
public final class Views {

    private final Journal journal;
    private final Definitions definitions = new Definitions();
    private final ProcessInstances instances = new ProcessInstances(definitions);
    private final ElementInstances elements = new ElementInstances(definitions, instances);
    private final SequenceFlows flows = new SequenceFlows(instances);
    private final Variables variables = new Variables(instances);
    private final Incidents incidents = new Incidents(instances, elements);
    private final Jobs jobs = new Jobs(instances);
    private final UserTasks userTasks = new UserTasks(definitions, instances);
    private final DecisionDefinitions decisions = new DecisionDefinitions();
    private final DecisionInstances decisionInstances = new DecisionInstances(instances);
    private final MessageSubscriptions subscriptions = new MessageSubscriptions(instances);
    private final CorrelatedMessages correlated = new CorrelatedMessages(instances);
    private final List<View> all = List.of(
            definitions,
            instances,
            elements,
            flows,
            variables,
            incidents,
            jobs,
            userTasks,
            decisions,
            decisionInstances,
            subscriptions,
            correlated);

    /** Empty, to be filled from the journal. */
    public Views(Journal journal) {
        this.journal = journal;
    }

    /** Reads rows of a kind while nothing changes. */
    public synchronized <T> T read(Kind kind, Function<List<Row>, T> reader) {
        catchUp();
        return reader.apply(List.copyOf(rows(kind)));
    }

    /** The XML of a deployed process. */
    public synchronized Optional<String> xml(long processDefinitionKey) {
        catchUp();
        return definitions.xml(processDefinitionKey);
    }

    /** Whether a scope, a process instance or an element, has a variable with this value, written as JSON. */
    public synchronized boolean hasVariable(Object scopeKey, Object name, Object value) {
        return variables.has(scopeKey, name, value);
    }

    private void catchUp() {
        journal.readOn(this::apply);
    }

    private void apply(LoggedRecord event) {
        all.forEach(view -> view.apply(event));
    }

    private java.util.Collection<Row> rows(Kind kind) {
        return switch (kind) {
            case PROCESS_DEFINITION -> definitions.rows();
            case PROCESS_INSTANCE -> instances.rows();
            case ELEMENT_INSTANCE -> elements.rows();
            case SEQUENCE_FLOW -> flows.rows();
            case VARIABLE -> variables.rows();
            case INCIDENT -> incidents.rows();
            case JOB -> jobs.rows();
            case USER_TASK -> userTasks.rows();
            case DECISION_DEFINITION -> decisions.rows();
            case DECISION_REQUIREMENTS -> decisions.requirements();
            case DECISION_INSTANCE -> decisionInstances.rows();
            case MESSAGE_SUBSCRIPTION -> subscriptions.rows();
            case CORRELATED_MESSAGE_SUBSCRIPTION -> correlated.rows();
        };
    }
}
