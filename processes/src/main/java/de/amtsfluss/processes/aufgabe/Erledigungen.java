package de.amtsfluss.processes.aufgabe;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Aufgabe;
import de.amtsfluss.processes.Erledigungsregel;
import de.amtsfluss.processes.Erledigungsregel.Stelle;
import de.amtsfluss.processes.Formulare;
import de.amtsfluss.processes.Handelnder;
import de.amtsfluss.processes.Vertretungen;
import de.amtsfluss.processes.Vorgaenge;
import de.amtsfluss.processes.formular.EngineFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may complete a task, with which values, and where they are kept: by form, by Vertretung, by procedure. */
@Component
class Erledigungen {

    private final List<Erledigungsregel> rules;
    private final Formulare formulare;
    private final EngineFields engineFields;
    private final Vorgaenge vorgaenge;
    private final Vertretungen vertretungen;

    Erledigungen(
            List<Erledigungsregel> rules,
            Formulare formulare,
            EngineFields engineFields,
            Vorgaenge vorgaenge,
            Vertretungen vertretungen) {
        this.rules = rules;
        this.formulare = formulare;
        this.engineFields = engineFields;
        this.vorgaenge = vorgaenge;
        this.vertretungen = vertretungen;
    }

    /** As whom a person completes a task: as itself if it has it, or for whom it stands in for; absent otherwise. */
    Optional<Handelnder> handelnder(Aufgabe aufgabe, Akteur akteur) {
        var bearbeiter = aufgabe.bearbeiter();
        if (bearbeiter == null) {
            return Optional.empty();
        }
        if (bearbeiter.equals(akteur.kennung())) {
            return Optional.of(Handelnder.person(akteur));
        }
        return vertretungen.vertretene(akteur.kennung()).contains(bearbeiter)
                ? Optional.of(Handelnder.inVertretung(akteur, bearbeiter))
                : Optional.empty();
    }

    Optional<String> refuse(Stelle wo, Handelnder wer) {
        return rule(wo).flatMap(rule -> rule.refuse(wo, wer));
    }

    Map<String, String> check(Stelle wo, Map<String, @Nullable Object> values) {
        var formular = wo.aufgabe().formular();
        var messages = new HashMap<String, String>();
        rule(wo).ifPresent(rule -> messages.putAll(rule.check(wo, values)));
        if (formular != null) {
            messages.putAll(formulare.check(formular, values));
        }
        return messages;
    }

    Map<String, @Nullable Object> engineValues(Aufgabe aufgabe, Map<String, @Nullable Object> values) {
        var formular = aufgabe.formular();
        return formular == null ? Map.of() : engineFields.select(formular, values);
    }

    /** Keeps the values where the rule of the procedure wants them, without one in the data of the Vorgang. */
    boolean keep(Stelle wo, Handelnder wer, Map<String, @Nullable Object> values) {
        var rule = rule(wo);
        if (rule.isPresent()) {
            return rule.get().keep(wo, wer, values);
        }
        var vorgang = wo.aufgabe().vorgang();
        if (vorgang != null) {
            vorgaenge.supplement(vorgang, values);
        }
        return true;
    }

    private Optional<Erledigungsregel> rule(Stelle wo) {
        return rules.stream()
                .filter(rule -> rule.verfahren().equals(wo.aufgabe().verfahren()))
                .findFirst();
    }
}
