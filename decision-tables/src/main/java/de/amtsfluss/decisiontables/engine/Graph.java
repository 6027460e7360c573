package de.amtsfluss.decisiontables.engine;

import de.amtsfluss.decisiontables.DecisionId;
import java.util.List;
import java.util.Map;

/**
 * A DMN file ready to run.
 *
 * @param plans its decisions and decision services, in the order of the file
 */
record Graph(Map<DecisionId, Plan> plans) {

    /** A file of the class path is found by the id of one of its decisions. */
    void checkNamedLike(TableFile file) {
        List<String> ids = plans.keySet().stream().map(DecisionId::value).toList();
        if (!ids.contains(file.stem())) {
            throw new RefusedTableException(
                    file.name(),
                    List.of(
                            ids.size() == 1
                                    ? "expected <decision id=\"%s\"> to have the id '%s' like its file, but it differs"
                                            .formatted(ids.getFirst(), file.stem())
                                    : "expected one of the decisions %s to have the id '%s' like their file, but none has"
                                            .formatted(ids, file.stem())));
        }
    }
}
