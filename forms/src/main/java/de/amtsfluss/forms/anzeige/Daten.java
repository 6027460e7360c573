package de.amtsfluss.forms.anzeige;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Shows the data of a Vorgang in words; a value nobody has named is shown with its key and never left out. */
@Component
public final class Daten {

    private final Map<String, DatenSicht> procedures = new HashMap<>();

    Daten(ResourcePatternResolver resources, JsonMapper json) throws IOException {
        for (var file : resources.getResources("classpath*:forms/*/daten.json")) {
            procedures.put(procedure(file), json.readValue(file.getContentAsByteArray(), DatenSicht.class));
        }
    }

    /** All data of a Vorgang. */
    public List<Angabe> all(String procedure, Map<String, @Nullable Object> data) {
        var view = view(procedure);
        var shown = new ArrayList<>(named(view.fields(), data));
        var names = new HashSet<String>();
        view.fields().forEach(field -> names.add(field.key()));
        data.forEach((key, value) -> {
            if (value != null && !names.contains(key)) {
                shown.add(new Angabe(key, DatenSicht.words(value)));
            }
        });
        return shown;
    }

    /** The data that matter for doing a task. */
    public List<Angabe> forTask(String procedure, Map<String, @Nullable Object> data) {
        return named(
                view(procedure).fields().stream()
                        .filter(DatenSicht.Field::isForTask)
                        .toList(),
                data);
    }

    private DatenSicht view(String procedure) {
        return procedures.getOrDefault(procedure, DatenSicht.UNKNOWN);
    }

    private static List<Angabe> named(List<DatenSicht.Field> fields, Map<String, @Nullable Object> data) {
        var shown = new ArrayList<Angabe>();
        for (var field : fields) {
            var value = data.get(field.key());
            if (value != null && !value.equals("")) {
                shown.add(field.show(value));
            }
        }
        return shown;
    }

    /** The name of the folder the file lies in. */
    private static String procedure(Resource file) throws IOException {
        var path = file.getURL().getPath();
        var end = path.lastIndexOf('/');
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}
