package de.amtsfluss.processes.model;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A form, as far as the engine needs it.
 *
 * @param id its id, empty where it has none
 * @param findings what is wrong with it
 */
record FormFile(String id, List<Finding> findings) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PLATFORM = "Camunda Cloud";

    static FormFile read(ModelFile file) {
        try {
            return check(file, JSON.readTree(file.open()));
        } catch (JacksonException e) {
            var at = e.getLocation();
            return unreadable(
                    file,
                    "Expected JSON, but line %d says: %s"
                            .formatted(at == null ? 1 : at.getLineNr(), e.getOriginalMessage()));
        }
    }

    private static FormFile unreadable(ModelFile file, String sentence) {
        return new FormFile("", List.of(new Finding(file.name(), "", sentence)));
    }

    private static FormFile check(ModelFile file, JsonNode form) {
        var id = form.path("id").asString("");
        if (id.isEmpty()) {
            return unreadable(file, "Expected the form to have an id, but it has none");
        }
        var findings = new ArrayList<Finding>();
        var platform = form.path("executionPlatform").asString("");
        if (!PLATFORM.equals(platform)) {
            findings.add(new Finding(
                    file.name(),
                    id,
                    "Expected the executionPlatform '%s', but found '%s'".formatted(PLATFORM, platform)));
        }
        return new FormFile(id, findings);
    }
}
