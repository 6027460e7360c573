package de.amtsfluss.processes.antrag;

import de.amtsfluss.processes.Antraege.Leistung;
import de.amtsfluss.processes.model.ModelCatalog;
import de.amtsfluss.processes.model.ModelProcess;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What can be applied for: the procedures whose models name a form for it. */
@Component
class Angebot {

    private final ModelCatalog models;

    Angebot(ModelCatalog models) {
        this.models = models;
    }

    List<Leistung> all() {
        return models.processes().stream()
                .filter(process -> process.property("antragsformular").isPresent())
                .map(Angebot::leistung)
                .sorted(Comparator.comparing(Leistung::name))
                .toList();
    }

    Optional<Leistung> find(String verfahren) {
        return all().stream()
                .filter(leistung -> leistung.verfahren().equals(verfahren))
                .findFirst();
    }

    String aktenplaneinheit(String verfahren) {
        return models.process(verfahren)
                .flatMap(process -> process.property("aktenplaneinheit"))
                .orElseThrow(() -> new IllegalStateException(
                        "Expected the model '%s' to give the property 'aktenplaneinheit', but it does not"
                                .formatted(verfahren)));
    }

    private static Leistung leistung(ModelProcess process) {
        return new Leistung(
                process.id(),
                name(process),
                process.documentation(),
                process.property("zustaendigeStelle").orElse(""),
                process.property("rechtsgrundlage").orElse(""),
                process.property("antragsformular").orElseThrow(),
                List.of(process.property("gruppen").orElse("").split(",")));
    }

    /** Models name the office in brackets behind what it does. */
    private static String name(ModelProcess process) {
        return process.name().replaceFirst(" \\([^()]*\\)$", "");
    }
}
