package de.amtsfluss.references;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.model.Finding;
import de.amtsfluss.processes.model.ModelCheck;
import de.amtsfluss.processes.model.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReferencesTests {

    private static final Path PROJECT = Path.of(System.getProperty("amtsfluss.root", "../.."));
    private static final Path PROBES = Path.of("src/test/resources/references-probes");

    private static final String[] UNSUPPLIED = {
        unsupplied("task_Eingabe", "fehltRetries"),
        unsupplied("task_Eingabe", "fehltEingabe"),
        unsupplied("task_Eingabe", "fehltAusgabe"),
        unsupplied("task_Eingabe", "noetig"),
        unsupplied("task_Lokal", "lokal"),
        unsupplied("task_Formular", "fehltPerson"),
        unsupplied("task_Formular", "fehltFrist"),
        unsupplied("task_Formular", "fehltPrioritaet"),
        unsupplied("event_Zeit", "fehltDauer"),
        unsupplied("event_Nachricht", "fehltSchluessel"),
        unsupplied("task_Entscheidung", "fehltEntscheidung"),
        unsupplied("flow_Aussen", "stueck"),
        unsupplied("flow_Aussen", "fehltBedingung")
    };

    @Test
    void allPartsOfAllProceduresFitTogether() {
        var house = House.at(PROJECT, Worker.ofTheApplication(), Source.ofTheApplication());

        assertThat(house.models()).isNotEmpty();
        assertThat(house.workers()).isNotEmpty();
        var all = new ArrayList<>(References.check(house));
        all.addAll(Variables.check(house));
        assertThat(findings(all)).isEmpty();
    }

    @Test
    void allModelsAndFormsMayBeDeployedTogether() throws IOException {
        var files = new ArrayList<ModelFile>();
        for (var folder : List.of("processes/models", "forms/forms")) {
            try (var found = Files.walk(PROJECT.resolve(folder))) {
                for (var file : found.filter(ReferencesTests::isDeployed).toList()) {
                    files.add(new ModelFile(PROJECT.relativize(file).toString(), Files.readAllBytes(file)));
                }
            }
        }

        assertThat(files).hasSizeGreaterThan(1);
        assertThat(findings(ModelCheck.check(files))).isEmpty();
    }

    private static boolean isDeployed(Path file) {
        return file.toString().endsWith(".bpmn") || file.toString().endsWith(".form");
    }

    @Test
    void tellsEveryNameThatLeadsNowhere() {
        var model = "processes/models/unresolved.bpmn, ";
        var trigger = "lorawan-triggers/triggers/unresolved.yaml, ";
        var send = new Worker("Send", "notifications.send", Set.of(), Set.of(), Set.of());
        var render = new Worker("Render", "documents.render", Set.of(), Set.of(), Set.of());

        var source = new Source("Quelle", Set.of("unresolved.niemandHoert"));

        assertThat(findings(References.check(
                        House.at(PROBES.resolve("unresolved"), List.of(send, render), List.of(source)))))
                .containsExactlyInAnyOrder(
                        model + "task_Job: Expected the worker for the job type 'fehlt.do' to exist, but there is none",
                        model + "task_Formular: Expected the form 'fehlt' to exist, but there is none",
                        model + "task_Entscheidung: Expected the decision 'fehlt' to exist, but there is none",
                        model + "task_Prozess: Expected the called process 'fehlt' to exist, but there is none",
                        model + "task_Baustein: Expected the element template 'fehlt' to exist, but there is none",
                        model + "task_Baustein: Expected the letter 'unresolved/fehlt.txt' to exist, but there is none",
                        model + "task_Dokument: Expected the document 'unresolved/fehlt' to exist, but there is none",
                        model + "message_Niemand: Expected a trigger to publish the message"
                                + " 'unresolved.niemandSendet', but none does",
                        trigger + "verfahren: Expected the process 'fehlt' to exist, but there is none",
                        trigger + "decision: Expected the decision 'fehlt' to exist, but there is none",
                        trigger + "messages.start: Expected a model to take the message"
                                + " 'unresolved.niemandWartet', but none does",
                        "Quelle, nachrichten: Expected a model to take the message 'unresolved.niemandHoert',"
                                + " but none does");
    }

    @Test
    void tellsEveryMessageWhoseVariablesAreNotThoseOfTheModel() {
        var model = "processes/models/facts.bpmn, ";

        assertThat(findings(References.check(House.at(PROBES.resolve("facts"), List.of()))))
                .containsExactlyInAnyOrder(
                        model + "startEvent_Voll: Expected the variables [ausloeserId, containerId, kanal, ort, zuviel]"
                                + " of the message 'facts.voll', but it lists [ausloeserId, containerId, fehlt, ort]",
                        model + "event_Leer: Expected the variables [leerAm] of the message 'facts.leer',"
                                + " but it lists []");
    }

    @Test
    void tellsEveryPartThatNobodyUses() {
        var worker = new Worker("UngenutzterWorker", "ungenutzt.do", Set.of(), Set.of(), Set.of());
        var house = House.at(PROBES.resolve("unused"), List.of(worker));

        assertThat(findings(References.check(house)))
                .containsExactlyInAnyOrder(
                        "UngenutzterWorker, ungenutzt.do: Expected somebody to use the worker for the job type"
                                + " 'ungenutzt.do', but nobody does",
                        "forms/forms/ungenutzt.form, ungenutzt: Expected somebody to use the form 'ungenutzt',"
                                + " but nobody does",
                        "decision-tables/tables/ungenutzt.dmn, ungenutzt: Expected somebody to use the decision"
                                + " 'ungenutzt', but nobody does",
                        "workers/letters/unused/ungenutzt.txt, unused/ungenutzt.txt: Expected somebody to use the"
                                + " letter 'unused/ungenutzt.txt', but nobody does",
                        "workers/letters/unused/ungenutzt/brief.html, unused/ungenutzt: Expected somebody to use the"
                                + " document 'unused/ungenutzt', but nobody does");
    }

    @Test
    void tellsEveryVariableThatNothingSupplies() {
        var worker = new Worker("Probe", "probe.do", Set.of("noetig"), Set.of(), Set.of("ergebnis"));
        var found = findings(Variables.check(House.at(PROBES.resolve("variables"), List.of(worker))));

        assertThat(found).filteredOn(finding -> finding.contains("supply")).containsExactlyInAnyOrder(UNSUPPLIED);
        assertThat(found)
                .filteredOn(finding -> !finding.contains("supply"))
                .containsExactlyInAnyOrder(
                        "processes/models/variables.bpmn, flow_KeinFeel: Expected FEEL, but '=da +' is none",
                        "forms/forms/variables.form, zurueckgehalten: Expected the field to be marked for the engine,"
                                + " since processes/models/variables.bpmn reads it at flow_Formular, but it is not",
                        "forms/forms/variables.form, umsonst: Expected a model to read the field, since it is marked"
                                + " for the engine, but none does");
    }

    private static String unsupplied(String element, String variable) {
        return "processes/models/variables.bpmn, %s: Expected something to supply the variable '%s', but nothing does"
                .formatted(element, variable);
    }

    private static List<String> findings(List<Finding> findings) {
        return findings.stream().map(Finding::toString).toList();
    }
}
