package de.amtsfluss.deploy.rehearsalengine.view;

import de.amtsfluss.deploy.rehearsalengine.engine.LoggedRecord;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.protocol.impl.record.value.deployment.ProcessRecord;
import io.camunda.zeebe.protocol.record.intent.ProcessIntent;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The deployed processes and the names in them. */
final class Definitions implements View {

    private record Definition(String xml, String name, Map<String, String> elementNames) {}

    private final Map<Long, Row> rows = new LinkedHashMap<>();
    private final Map<Long, Definition> definitions = new HashMap<>();
    private final Map<String, Row> latest = new HashMap<>();

    @Override
    public void apply(LoggedRecord event) {
        if (event.value() instanceof ProcessRecord process && event.intent() == ProcessIntent.CREATED) {
            add(process);
        }
    }

    private void add(ProcessRecord process) {
        var definition = read(process);
        definitions.put(process.getProcessDefinitionKey(), definition);
        var row = new Row()
                .setKey("processDefinitionKey", process.getProcessDefinitionKey())
                .set("processDefinitionId", process.getBpmnProcessId())
                .setText("name", definition.name())
                .set("resourceName", process.getResourceName())
                .set("version", process.getVersion())
                .setText("versionTag", process.getVersionTag())
                .set("tenantId", process.getTenantId())
                .set("hasStartForm", definition.xml().contains("formDefinition"))
                .hide("isLatestVersion", true);
        var before = latest.put(process.getBpmnProcessId(), row);
        if (before != null) {
            before.hide("isLatestVersion", false);
        }
        rows.put(process.getProcessDefinitionKey(), row);
    }

    private static Definition read(ProcessRecord process) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(process.getResource()));
        return new Definition(
                new String(process.getResource(), StandardCharsets.UTF_8),
                processName(model, process.getBpmnProcessId()),
                elementNames(model));
    }

    private static String processName(BpmnModelInstance model, String id) {
        return model.getModelElementById(id) instanceof Process process && process.getName() != null
                ? process.getName()
                : "";
    }

    private static Map<String, String> elementNames(BpmnModelInstance model) {
        var names = new HashMap<String, String>();
        model.getModelElementsByType(FlowElement.class).forEach(element -> {
            if (element.getName() != null && !element.getName().isBlank()) {
                names.put(element.getId(), element.getName());
            }
        });
        return names;
    }

    @Override
    public Collection<Row> rows() {
        return rows.values();
    }

    Optional<String> xml(long key) {
        return Optional.ofNullable(definitions.get(key)).map(Definition::xml);
    }

    String processName(long key) {
        return Optional.ofNullable(definitions.get(key)).map(Definition::name).orElse("");
    }

    /** The element's name, or its id where it has none. */
    String elementName(long key, String elementId) {
        var definition = definitions.get(key);
        return definition == null ? elementId : definition.elementNames().getOrDefault(elementId, elementId);
    }
}
