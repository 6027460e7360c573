package de.amtsfluss.references;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * All parts of all procedures. The maps give the file of each part by its id.
 *
 * @param models the BPMN files
 * @param forms the forms
 * @param decisions the decision tables
 * @param triggers what starts procedures
 * @param letters the letters, by {@code ‹procedure›/‹name›}
 * @param elementTemplates what process owners pick from
 * @param workers what does the jobs
 * @param documents the templates of documents, by {@code ‹procedure›/‹name›}
 * @param sources what publishes messages beside the triggers
 */
record House(
        List<Model> models,
        List<Form> forms,
        Map<String, String> decisions,
        List<Trigger> triggers,
        Map<String, String> letters,
        Set<String> elementTemplates,
        List<Worker> workers,
        Map<String, String> documents,
        List<Source> sources) {

    /** Reads the files of a project in which only triggers publish messages. */
    static House at(Path project, List<Worker> workers) {
        return at(project, workers, List.of());
    }

    /** Reads the files of a project. */
    static House at(Path project, List<Worker> workers, List<Source> sources) {
        var letters = "workers/letters/";
        return new House(
                read(project, "processes/models", ".bpmn", Model::read),
                read(project, "forms/forms", ".form", Form::read),
                byId(read(project, "decision-tables/tables", ".dmn", (name, file) -> Map.entry(stem(file), name))),
                read(project, "lorawan-triggers/triggers", ".yaml", Trigger::read),
                byId(read(project, letters, ".txt", (name, file) -> Map.entry(name.substring(letters.length()), name))),
                read(project, "workers/element-templates", ".json", House::elementTemplate).stream()
                        .collect(Collectors.toSet()),
                workers,
                byId(read(
                        project,
                        letters,
                        "/brief.html",
                        (name, file) -> Map.entry(
                                name.substring(letters.length(), name.length() - "/brief.html".length()), name))),
                sources);
    }

    /** The tables of procedures that have a model; those of others are asked by people and machines over HTTP. */
    Map<String, String> decisionsOfProcedures() {
        return decisions.entrySet().stream()
                .filter(decision -> isOfProcedure(decision.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private boolean isOfProcedure(String file) {
        var path = Path.of(file);
        return path.getNameCount() < 4 || processes().contains(path.getName(2).toString());
    }

    Optional<Form> form(String id) {
        return forms.stream().filter(form -> form.id().equals(id)).findFirst();
    }

    Optional<Worker> worker(String jobType) {
        return workers.stream()
                .filter(worker -> worker.jobType().equals(jobType))
                .findFirst();
    }

    List<Step> steps() {
        return models.stream().flatMap(model -> model.steps().stream()).toList();
    }

    Set<String> processes() {
        return models.stream()
                .flatMap(Model::processes)
                .map(process -> process.getAttribute("id"))
                .collect(Collectors.toSet());
    }

    private static String elementTemplate(String name, Path file) {
        return JsonMapper.shared().readTree(file.toFile()).path("id").asString();
    }

    private static String stem(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.substring(0, name.lastIndexOf('.'));
    }

    private static Map<String, String> byId(List<Map.Entry<String, String>> entries) {
        var files = new TreeMap<String, String>();
        entries.forEach(entry -> files.put(entry.getKey(), entry.getValue()));
        return files;
    }

    private static <T> List<T> read(Path project, String folder, String ending, BiFunction<String, Path, T> reading) {
        if (!Files.isDirectory(project.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(project.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(file ->
                            reading.apply(project.relativize(file).toString().replace('\\', '/'), file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
