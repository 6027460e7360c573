package de.amtsfluss.processes.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ModelCheckTests {

    private static final String MODEL = "models/probe/probe.bpmn";
    private static final String FORM = "forms/probe/probe.form";

    @Test
    void findsNothingInSoundModels() {
        assertThat(ModelCheck.check(List.of(model(xml -> xml), form()))).isEmpty();
    }

    @Test
    void namesTheLineThatIsNoXml() {
        assertThat(findings(xml -> "<?xml version=\"1.0\"?>\n<a><b></a>"))
                .singleElement()
                .asString()
                .startsWith(MODEL + ": Expected XML without document type, but line 2 says: ");
        assertThat(findings(xml -> "")).singleElement().asString().contains("Expected XML without document type, but");
    }

    @Test
    void readsNoForeignFile() {
        assertThat(findings(xml -> xml.replace(
                                "<bpmn:definitions",
                                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n<bpmn:definitions")
                        .replace("Bitte prüfen.", "&e;")))
                .singleElement()
                .asString()
                .contains("DOCTYPE is disallowed");
    }

    @Test
    void refusesOtherXml() {
        assertThat(findings(xml -> "<dmn id=\"d\"/>"))
                .containsExactly("models/probe/probe.bpmn, d: Expected <definitions> of BPMN 2.0, but found <dmn>");
    }

    @Test
    void refusesModelsOfOtherEngines() {
        assertThat(findings(xml -> xml.replace(
                                "<bpmn:definitions ",
                                "<bpmn:definitions xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" ")
                        .replace("<bpmn:serviceTask ", "<bpmn:serviceTask camunda:topic=\"a\" ")
                        .replace("Camunda Cloud", "Camunda Platform")))
                .containsExactly(
                        MODEL + ", serviceTask_ProbeAnlegen: Expected a model for Zeebe, but it is one for Camunda 7:"
                                + " it uses the namespace http://camunda.org/schema/1.0/bpmn",
                        MODEL + ", definitions_Probe: Expected the executionPlatform 'Camunda Cloud',"
                                + " but found 'Camunda Platform'");
    }

    @Test
    void namesEachUnknownElement() {
        assertThat(findings(xml -> xml.replace("<zeebe:priorityDefinition", "<zeebe:priority")
                        .replace("<zeebe:userTask />", "<zeebe:userTask /><zeebe:taskListeners />")
                        .replace("bpmn:serviceTask", "bpmn:robotTask")))
                .containsExactly(
                        MODEL + ", serviceTask_ProbeAnlegen: Expected only elements that Zeebe 8.6 knows,"
                                + " but found <bpmn:robotTask>",
                        MODEL + ", userTask_ProbePruefen: Expected only elements that Zeebe 8.6 knows,"
                                + " but found <zeebe:taskListeners>",
                        MODEL + ", userTask_ProbePruefen: Expected only elements that Zeebe 8.6 knows,"
                                + " but found <zeebe:priority>");
    }

    @Test
    void remembersNoUnknownElementAsKnown() {
        UnaryOperator<String> typo = xml -> xml.replace("zeebe:priorityDefinition", "zeebe:priority");

        assertThat(findings(typo)).hasSize(1).isEqualTo(findings(typo));
    }

    @Test
    void namesEachBreachOfTheSchema() {
        assertThat(findings(xml -> xml.replace(" messageRef=\"message_ProbeErledigt\"", " messageReference=\"m\"")
                        .replace("cancelActivity", "")
                        .replace("id=\"flow_4\" sourceRef=\"event_ProbeErledigt\"", "id=\"flow_4\"")))
                .hasSize(2)
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith(
                                MODEL + ", definition_2: Expected the model to follow the schema of BPMN 2.0, but: ")
                        .contains("'messageReference'"))
                .anySatisfy(finding -> assertThat(finding)
                        .startsWith(MODEL + ", flow_4: Expected the model to follow the schema of BPMN 2.0, but: ")
                        .contains("'sourceRef'"));
    }

    @Test
    void namesWhatTheEngineWants() {
        assertThat(findings(xml -> xml.replace("type=\"probe.open\"", "type=\"\"")))
                .containsExactly(MODEL + ", serviceTask_ProbeAnlegen: Expected <taskDefinition> to be as the engine"
                        + " wants it, but: Attribute 'type' must be present and not empty");
    }

    @Test
    void namesReferencesToAnotherKindOfElement() {
        assertThat(findings(xml -> xml.replace("messageRef=\"message_ProbeErledigt\"", "messageRef=\"flow_1\"")
                        .replace("attachedToRef=\"userTask_ProbePruefen\"", "attachedToRef=\"startEvent_Probe\"")
                        .replace("targetRef=\"endEvent_ProbeErledigt\"", "targetRef=\"flow_1\"")))
                .containsExactlyInAnyOrder(
                        MODEL + ", definition_2: Expected the attribute 'messageRef' to name one of kind Message,"
                                + " but 'flow_1' is a <sequenceFlow>",
                        MODEL
                                + ", event_ProbeErledigt: Expected the attribute 'attachedToRef' to name one of kind Activity,"
                                + " but 'startEvent_Probe' is a <startEvent>",
                        MODEL + ", flow_4: Expected the attribute 'targetRef' to name one of kind FlowNode,"
                                + " but 'flow_1' is a <sequenceFlow>");
    }

    @Test
    void namesMissingAndWrongPropertiesOfTheProcess() {
        assertThat(findings(xml -> xml.replace("name=\"rechtsgrundlage\"", "name=\"gesetz\"")
                        .replace("value=\"P1D\"", "value=\"zwei Jahre\"")
                        .replace("value=\"unzulaessig\"", "value=\"ja\"")
                        .replace(
                                "<zeebe:properties>",
                                "<zeebe:properties><zeebe:property name=\"fimLeistung\"" + " value=\"12\" />")))
                .containsExactly(
                        MODEL + ", probe: Expected the property 'rechtsgrundlage', but it is missing",
                        MODEL + ", probe: Expected the property 'aufbewahrungsfrist' to be a period like P2Y,"
                                + " but found 'zwei Jahre'",
                        MODEL + ", probe: Expected the property 'vollautomation' to be one of"
                                + " [zulaessig, unzulaessig], but found 'ja'",
                        MODEL + ", probe: Expected the property 'fimLeistung' to be a LeiKa key"
                                + " (99 and twelve digits), but found '12'");
    }

    @Test
    void namesReferencesIntoNothing() {
        assertThat(findings(xml -> xml.replace("formId=\"probe\"", "formId=\"fehlt\"")
                        .replaceAll(
                                "(?s)<bpmn:serviceTask (.*?)<zeebe:task.*?/>(.*?)</bpmn:serviceTask>",
                                "<bpmn:callActivity $1<zeebe:calledElement processId=\"fehlt-auch\" />"
                                        + "$2</bpmn:callActivity>")))
                .containsExactly(
                        MODEL + ", userTask_ProbePruefen: Expected the form 'fehlt' to exist, but there is none",
                        MODEL + ", serviceTask_ProbeAnlegen: Expected the called process 'fehlt-auch' to exist,"
                                + " but there is none");
    }

    @Test
    void refusesTwoFilesWithTheSameId() {
        var files = List.of(
                model(xml -> xml),
                form(),
                new ModelFile("models/other/other.bpmn", model(xml -> xml).content()),
                new ModelFile("forms/other/other.form", form().content()));

        assertThat(ModelCheck.check(files))
                .extracting(Finding::toString)
                .containsExactly(
                        "models/other/other.bpmn, probe: Expected one process with the id 'probe', but"
                                + " 'models/probe/probe.bpmn' has it too",
                        "forms/other/other.form, probe: Expected one form with the id 'probe', but"
                                + " 'forms/probe/probe.form' has it too");
    }

    @Test
    void findsAllInAllFilesAtOnce() {
        var files = List.of(
                model(xml -> ""),
                form("{\"components\": []}"),
                form("{\n\"id\": x}"),
                form("{\"id\": \"a\", \"executionPlatform\": \"Camunda Platform\"}"));

        assertThat(ModelCheck.check(files))
                .extracting(Finding::sentence)
                .satisfiesExactly(
                        sentence -> assertThat(sentence).startsWith("Expected XML"),
                        sentence -> assertThat(sentence).isEqualTo("Expected the form to have an id, but it has none"),
                        sentence -> assertThat(sentence).startsWith("Expected JSON, but line 2 says: "),
                        sentence -> assertThat(sentence)
                                .isEqualTo("Expected the executionPlatform 'Camunda Cloud',"
                                        + " but found 'Camunda Platform'"));
    }

    private static List<String> findings(UnaryOperator<String> change) {
        return ModelCheck.check(List.of(model(change), form())).stream()
                .map(Finding::toString)
                .toList();
    }

    private static ModelFile model(UnaryOperator<String> change) {
        return new ModelFile(MODEL, change.apply(read(MODEL)).getBytes(StandardCharsets.UTF_8));
    }

    private static ModelFile form() {
        return form(read(FORM));
    }

    private static ModelFile form(String json) {
        return new ModelFile(FORM, json.getBytes(StandardCharsets.UTF_8));
    }

    private static String read(String path) {
        try {
            return Files.readString(Path.of("src/test/resources", path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
