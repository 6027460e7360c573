package de.amtsfluss.processes.formular;

import de.amtsfluss.processes.Formulare;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The forms on the class path. A form that cannot be read is passed over. */
@Component
public class FormCatalog implements Formulare, EngineFields {

    private static final Logger log = LoggerFactory.getLogger(FormCatalog.class);

    private static final Set<String> FREE_TEXT = Set.of("textfield", "textarea");

    private final Map<String, FormSchema> forms = new HashMap<>();

    FormCatalog(ResourcePatternResolver resources, JsonMapper json) throws IOException {
        for (var resource : resources.getResources("classpath*:forms/**/*.form")) {
            try (var stream = resource.getInputStream()) {
                var schema = FormSchema.read(folder(resource), json.readTree(stream));
                forms.put(schema.id(), schema);
            } catch (JacksonException e) {
                log.warn("Expected to read the form {}, but {}", resource.getFilename(), e.getOriginalMessage());
            } catch (IllegalArgumentException e) {
                log.warn("Expected to read the form {}, but: {}", resource.getFilename(), e.getMessage());
            }
        }
    }

    /** Forms lie in a folder that is named as their procedure. */
    private static String folder(Resource resource) throws IOException {
        var path = resource.getURL().getPath();
        var end = path.lastIndexOf('/');
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    @Override
    public Optional<String> schema(String formId) {
        return Optional.ofNullable(forms.get(formId)).map(FormSchema::json);
    }

    @Override
    public Map<String, String> check(String formId, Map<String, @Nullable Object> values) {
        var messages = new LinkedHashMap<String, String>();
        var fields = get(formId).fields();
        fields.values().forEach(field -> check(field, values).ifPresent(text -> messages.put(field.key(), text)));
        values.keySet().stream()
                .filter(key -> !fields.containsKey(key))
                .forEach(key -> messages.put(key, "„%s“ ist kein Feld dieses Formulars.".formatted(key)));
        return messages;
    }

    private static Optional<String> check(FormField field, Map<String, @Nullable Object> values) {
        var value = values.get(field.key());
        if (field.isAsked(values)) {
            return field.check(value);
        }
        return value == null
                ? Optional.empty()
                : Optional.of("„%s“ wird bei diesen Angaben nicht gefragt.".formatted(field.label()));
    }

    @Override
    public Map<String, @Nullable Object> select(String formId, Map<String, @Nullable Object> values) {
        var selected = new LinkedHashMap<String, @Nullable Object>();
        get(formId).fields().values().stream()
                .filter(FormField::engine)
                .forEach(field -> selected.put(field.key(), values.get(field.key())));
        return selected;
    }

    @Override
    public Map<String, @Nullable Object> only(String formId, Map<String, @Nullable Object> values) {
        var only = new LinkedHashMap<String, @Nullable Object>();
        keys(formId).stream().filter(key -> values.get(key) != null).forEach(key -> only.put(key, values.get(key)));
        return only;
    }

    /** The keys of the fields of a form. */
    public Set<String> keys(String formId) {
        return get(formId).fields().keySet();
    }

    /**
     * The texts filled in at fields that carry a property.
     *
     * @param property the name of the property
     * @return what was filled in by the value of the property
     */
    public Map<String, String> marked(String formId, String property, Map<String, @Nullable Object> values) {
        var marked = new LinkedHashMap<String, String>();
        get(formId).fields().values().forEach(field -> {
            var mark = field.properties().get(property);
            if (mark != null && values.get(field.key()) instanceof String text && !text.isBlank()) {
                marked.put(mark, text.strip());
            }
        });
        return marked;
    }

    /** What the fields of a form are called, by key and in the form's order; empty if there is no such form. */
    public Map<String, String> labels(String formId) {
        var labels = new LinkedHashMap<String, String>();
        fields(formId).forEach(field -> labels.put(field.key(), field.label()));
        return labels;
    }

    /** What a field is called, in whichever form of a procedure it is asked for. */
    public Optional<String> label(String verfahren, String key) {
        return forms.values().stream()
                .filter(form -> form.verfahren().equals(verfahren))
                .flatMap(form -> Optional.ofNullable(form.fields().get(key)).stream())
                .map(FormField::label)
                .findFirst();
    }

    /** The keys of the fields of a form that carry a property; empty if there is no such form. */
    public Set<String> keysMarked(String formId, String property) {
        return fields(formId).stream()
                .filter(field -> field.properties().containsKey(property))
                .map(FormField::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The keys of the fields of a form where the answer is one of those offered, a number, or a day. */
    public Set<String> keysWithoutFreeText(String formId) {
        return fields(formId).stream()
                .filter(field -> !FREE_TEXT.contains(field.type()))
                .map(FormField::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Collection<FormField> fields(String formId) {
        var form = forms.get(formId);
        return form == null ? List.of() : form.fields().values();
    }

    private FormSchema get(String formId) {
        var form = forms.get(formId);
        if (form == null) {
            throw new IllegalArgumentException(
                    "Expected to use form '%s', but no such form was found".formatted(formId));
        }
        return form;
    }
}
