package de.amtsfluss.processes.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at all models and forms that are to be deployed together, before the engine sees them. */
public final class ModelCheck {

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, ModelFile> processes = new LinkedHashMap<>();
    private final Map<String, ModelFile> forms = new LinkedHashMap<>();
    private final List<Reference> references = new ArrayList<>();

    private ModelCheck() {}

    /**
     * Everything that is wrong with the files; they should be deployed only if that is nothing. Whether what a model
     * refers to exists is looked at once every file can be read, since what is in an unreadable file is not known.
     */
    public static List<Finding> check(List<ModelFile> files) {
        var check = new ModelCheck();
        var readable = true;
        for (var file : files) {
            readable &= file.isForm() ? check.readForm(file) : check.readModel(file);
        }
        if (readable) {
            check.references.forEach(check::resolve);
        }
        return List.copyOf(check.findings);
    }

    private boolean readForm(ModelFile file) {
        var read = FormFile.read(file);
        findings.addAll(read.findings());
        if (!read.id().isEmpty()) {
            claim(forms, "form", read.id(), file);
        }
        return !read.id().isEmpty();
    }

    private boolean readModel(ModelFile file) {
        var wrong = ModelXml.check(file);
        findings.addAll(wrong);
        if (!wrong.isEmpty()) {
            return false;
        }
        var model = BpmnFile.read(file);
        findings.addAll(model.check());
        model.processIds().forEach(id -> claim(processes, "process", id, file));
        references.addAll(model.references());
        return true;
    }

    private void claim(Map<String, ModelFile> owners, String kind, String id, ModelFile file) {
        var other = owners.putIfAbsent(id, file);
        if (other != null) {
            findings.add(new Finding(
                    file.name(),
                    id,
                    "Expected one %s with the id '%s', but '%s' has it too".formatted(kind, id, other.name())));
        }
    }

    private void resolve(Reference reference) {
        var known = switch (reference.kind()) {
            case FORM -> forms.containsKey(reference.id());
            case PROCESS -> processes.containsKey(reference.id());
        };
        if (!known) {
            findings.add(new Finding(
                    reference.file().name(),
                    reference.element(),
                    "Expected %s '%s' to exist, but there is none".formatted(reference.kind(), reference.id())));
        }
    }

    /**
     * What a model refers to by its id.
     *
     * @param file the model
     * @param element the element that refers
     * @param kind what it refers to
     * @param id its id
     */
    record Reference(ModelFile file, String element, Kind kind, String id) {}

    /** What a model can refer to. */
    enum Kind {
        /** A form of a user task. */
        FORM("the form"),
        /** A called process. */
        PROCESS("the called process");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }
}
