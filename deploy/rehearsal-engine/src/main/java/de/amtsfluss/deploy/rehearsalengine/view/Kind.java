package de.amtsfluss.deploy.rehearsalengine.view;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of rows that the API searches, with the name in its paths. */
public enum Kind {
    /** Deployed processes. */
    PROCESS_DEFINITION("process-definitions", "processDefinitionKey"),
    /** Process instances. */
    PROCESS_INSTANCE("process-instances", "processInstanceKey"),
    /** Elements that run or ran in them. */
    ELEMENT_INSTANCE("element-instances", "elementInstanceKey"),
    /** Sequence flows that were taken. */
    SEQUENCE_FLOW("sequence-flows", "sequenceFlowId"),
    /** Variables. */
    VARIABLE("variables", "variableKey"),
    /** Incidents. */
    INCIDENT("incidents", "incidentKey"),
    /** Jobs. */
    JOB("jobs", "jobKey"),
    /** User tasks. */
    USER_TASK("user-tasks", "userTaskKey"),
    /** Deployed decisions. */
    DECISION_DEFINITION("decision-definitions", "decisionDefinitionKey"),
    /** Deployed graphs of decisions. */
    DECISION_REQUIREMENTS("decision-requirements", "decisionRequirementsKey"),
    /** Evaluated decisions. */
    DECISION_INSTANCE("decision-instances", "decisionEvaluationInstanceKey"),
    /** Messages that are waited for. */
    MESSAGE_SUBSCRIPTION("message-subscriptions", "messageSubscriptionKey"),
    /** Messages that were received. */
    CORRELATED_MESSAGE_SUBSCRIPTION("correlated-message-subscriptions", "subscriptionKey");

    private final String path;
    private final String key;

    Kind(String path, String key) {
        this.path = path;
        this.key = key;
    }

    /** The field that tells one row from another. */
    public String key() {
        return key;
    }

    /** The kind that the API calls so in its paths. */
    public static Optional<Kind> of(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
