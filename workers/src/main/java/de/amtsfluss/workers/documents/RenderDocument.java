package de.amtsfluss.workers.documents;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import de.amtsfluss.processes.DokumentId;
import de.amtsfluss.processes.Dokumente;
import de.amtsfluss.processes.Job;
import de.amtsfluss.processes.JobHandler;
import de.amtsfluss.processes.JobResult;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.VorgangId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a document as PDF and keeps it as a draft of the Vorgang: {@code documents.render}.
 *
 * <p>Header: {@code template}. Gives {@code dokumentId}. The result of the process so far is added to the data of the
 * Vorgang first, so that the document can name it.
 */
@Component
class RenderDocument implements JobHandler<RenderDocument.Input> {

    private final Vorgaenge vorgaenge;
    private final Dokumente dokumente;
    private final Map<String, DocumentTemplate> templates;

    RenderDocument(Vorgaenge vorgaenge, Dokumente dokumente, List<DocumentTemplate> templates) {
        this.vorgaenge = vorgaenge;
        this.dokumente = dokumente;
        this.templates = templates.stream().collect(toMap(DocumentTemplate::name, identity()));
    }

    @Override
    public String jobType() {
        return "documents.render";
    }

    @Override
    public Class<Input> inputType() {
        return Input.class;
    }

    @Override
    public Set<String> outputs() {
        return Set.of("dokumentId");
    }

    @Override
    public JobResult handle(Job<Input> job) {
        var template = templates.get(job.header("template"));
        if (template == null) {
            throw new IllegalStateException("Expected to render template '%s', but no such template was found"
                    .formatted(job.header("template")));
        }
        var id = VorgangId.of(job.input().vorgangId());
        vorgaenge.supplement(id, job.input().results());
        var vorgang = vorgaenge
                .find(id)
                .orElseThrow(() -> new IllegalStateException(
                        "Expected to render a document of Vorgang '%s', but no such Vorgang was found".formatted(id)));
        var dokument = dokumente.draft(
                dokumentId(job), id, template.fileName(vorgang), "application/pdf", template.render(vorgang));
        return new JobResult.Completed(Map.of("dokumentId", dokument.id().toString()));
    }

    /** The same for each attempt of the step, so that a repeat makes no second document. */
    private static DokumentId dokumentId(Job<?> job) {
        var name = "documents.render:" + job.elementInstanceKey();
        return new DokumentId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The variables of the job.
     *
     * @param vorgangId the Vorgang
     * @param ergebnis the business result
     * @param folge what has to be done next
     * @param gemessenGeleertAm when the sensor measured the emptying
     * @param gemessenGeleertProzent what it measured then
     */
    record Input(
            String vorgangId,
            @Nullable String ergebnis,
            @Nullable String folge,
            @Nullable String gemessenGeleertAm,
            @Nullable Double gemessenGeleertProzent) {

        private Map<String, @Nullable Object> results() {
            var results = new HashMap<String, @Nullable Object>();
            results.put("ergebnis", ergebnis);
            results.put("folge", folge);
            results.put("gemessenGeleertAm", gemessenGeleertAm);
            results.put("gemessenGeleertProzent", gemessenGeleertProzent);
            results.values().removeIf(value -> value == null);
            return results;
        }
    }
}
