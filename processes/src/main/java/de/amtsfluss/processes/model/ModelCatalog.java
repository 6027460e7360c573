package de.amtsfluss.processes.model;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The models on the class path, for what people read in them. A model that cannot be read is passed over. */
@Component
public class ModelCatalog {

    private static final Logger log = LoggerFactory.getLogger(ModelCatalog.class);

    private final Map<ElementName, ModelElement> elements = new HashMap<>();
    private final Map<String, ModelProcess> processes = new HashMap<>();

    ModelCatalog(ResourcePatternResolver resources) throws IOException {
        for (var resource : resources.getResources("classpath*:models/**/*.bpmn")) {
            var model = read(resource);
            elements.putAll(model.elements());
            model.processes().forEach(process -> processes.put(process.id(), process));
        }
    }

    /** What all models say of their processes. */
    public Collection<ModelProcess> processes() {
        return List.copyOf(processes.values());
    }

    /** What a model says of its process. */
    public Optional<ModelProcess> process(String bpmnProcessId) {
        return Optional.ofNullable(processes.get(bpmnProcessId));
    }

    /** The name of a step as people read it in the model. */
    public Optional<String> name(String bpmnProcessId, String elementId) {
        return Optional.ofNullable(elements.get(new ElementName(bpmnProcessId, elementId)))
                .map(ModelElement::name)
                .filter(name -> !name.isBlank());
    }

    /** What the model tells the clerk about a step. */
    public Optional<String> documentation(String bpmnProcessId, String elementId) {
        return Optional.ofNullable(elements.get(new ElementName(bpmnProcessId, elementId)))
                .map(ModelElement::documentation)
                .filter(text -> !text.isBlank());
    }

    /** The id of the form that a user task is bound to. */
    public Optional<String> formId(String bpmnProcessId, String elementId) {
        return Optional.ofNullable(elements.get(new ElementName(bpmnProcessId, elementId)))
                .map(ModelElement::formId)
                .filter(id -> !id.isBlank());
    }

    private static ModelReader.Model read(Resource resource) {
        try (var stream = resource.getInputStream()) {
            return ModelReader.read(stream);
        } catch (IOException e) {
            log.warn("Expected to read the model {}, but {}", resource.getFilename(), e.getMessage());
            return new ModelReader.Model(Map.of(), List.of());
        }
    }
}
