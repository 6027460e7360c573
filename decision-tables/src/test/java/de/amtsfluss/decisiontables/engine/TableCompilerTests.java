package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableCompilerTests {

    private static final Dmn SOUND = Dmn.tarif().rule(List.of("< 18"), List.of("\"Kind\""));

    @Test
    void refusesWhatIsNoXml() {
        assertThat(refusal(Dmn.file("tarif", "<definitions>")))
                .startsWith("Expected 'tables/test/tarif.dmn' to be a decision table that can be run, but:")
                .contains("- expected well-formed XML without document type, but line 1 says: ");
    }

    @Test
    void readsNoForeignFile() {
        String xml = SOUND.xml()
                .replace("<definitions", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>\n<definitions")
                .replace("\"Kind\"", "&e;");

        assertThat(refusal(Dmn.file("tarif", xml))).contains("DOCTYPE is disallowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://www.omg.org/spec/DMN/20180521/MODEL/", "https://www.omg.org/spec/DMN/20230324/MODEL/"})
    void refusesOtherVersionsOfDmn(String namespace) {
        assertThat(refused(xml -> xml.replace("https://www.omg.org/spec/DMN/20191111/MODEL/", namespace)))
                .contains("- expected <definitions> of DMN 1.3 (https://www.omg.org/spec/DMN/20191111/MODEL/),"
                        + " but found <definitions id=\"definitions\"> of " + namespace);
    }

    @Test
    void refusesElementsItDoesNotRun() {
        assertThat(
                        refused(
                                xml -> xml.replace(
                                        "<decision ",
                                        "<businessKnowledgeModel id=\"bkm\" name=\"x\"/><itemDefinition id=\"item\" name=\"y\"/><decision ")))
                .contains("but found <businessKnowledgeModel id=\"bkm\">")
                .contains("but found <itemDefinition id=\"item\">");
    }

    @Test
    void refusesOtherLanguages() {
        assertThat(SOUND.xml()).contains("<inputExpression typeRef");
        assertThat(refused(xml ->
                        xml.replace("<inputExpression ", "<inputExpression id=\"i\" expressionLanguage=\"juel\" ")))
                .contains("- expected <inputExpression id=\"i\"> to be in FEEL, but found 'juel'");
    }

    @Test
    void refusesADecisionThatIsNotCalledLikeItsFile() {
        assertThat(refusal(Dmn.file("gebuehr", SOUND.xml())))
                .contains("- expected <decision id=\"tarif\"> to have the id 'gebuehr' like its file, but it differs");
    }

    @Test
    void refusesADecisionThatIsNoNameInFeel() {
        Dmn dmn = Dmn.decision("tarif-neu")
                .input("alter", "number", null)
                .output("tarif", "string", null)
                .rule(List.of("-"), List.of("\"a\""));

        assertThat(refusal(dmn.file())).contains("- Expected a decision id in camelCase, but got 'tarif-neu'");
    }

    @Test
    void refusesMoreThanOneDecision() {
        String decision = SOUND.xml().replaceAll("(?s).*(<decision .*</decision>).*", "$1");

        assertThat(refused(xml -> xml.replace("</definitions>", decision + "</definitions>")))
                .contains("- expected one <decision> with one <decisionTable>, but found 2 with 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIORITY", "OUTPUT ORDER"})
    void refusesHitPoliciesItDoesNotRun(String hitPolicy) {
        Dmn dmn = Dmn.tarif().hitPolicy(hitPolicy).rule(List.of("-"), List.of("\"alle\""));

        assertThat(refusal(dmn.file()))
                .contains("- expected <decisionTable id=\"table\"> to have one of the hit policies"
                        + " [ANY, COLLECT, FIRST, RULE ORDER, UNIQUE], but found '" + hitPolicy + "'");
    }

    @Test
    void refusesAggregation() {
        Dmn dmn = Dmn.tarif()
                .hitPolicy("COLLECT")
                .attributes("aggregation=\"SUM\"")
                .rule(List.of("-"), List.of("\"alle\""));

        assertThat(refusal(dmn.file()))
                .contains("- expected <decisionTable id=\"table\"> to have no aggregation, but found 'SUM'");
    }

    @Test
    void namesAllCellsThatAreNoFeel() {
        Dmn dmn = Dmn.tarif()
                .rule(List.of("< < 18"), List.of("\"Kind\""))
                .rule(List.of(">= 18"), List.of("\"Erwachsene"))
                .rule(List.of(">= 18"), List.of(""));

        assertThat(refusal(dmn.file()))
                .contains("- expected FEEL in row 1, input 1, but '< < 18' is none: ")
                .contains("- expected FEEL in row 2, output 'tarif', but '\"Erwachsene' is none: ")
                .contains("- expected FEEL in row 3, output 'tarif', but '' is none: ");
    }

    @Test
    void refusesCellsThatNameAnUnknownInput() {
        Dmn dmn = Dmn.tarif().rule(List.of("< grenze"), List.of("\"Kind\""));

        assertThat(refusal(dmn.file()))
                .contains("- expected the cell < grenze to use only the inputs [alter], but it names 'grenze'");
    }

    @Test
    void refusesRowsWithMissingCells() {
        Dmn dmn = Dmn.tarif().rule(List.of("-"), List.of("\"a\"")).rule(List.of("-", "-"), List.of("\"a\""));

        assertThat(refusal(dmn.file()))
                .contains("- expected <rule id=\"rule_2\"> to have 1 inputs and 1 outputs, but found 2 and 1");
    }

    @Test
    void refusesUnknownTypes() {
        Dmn dmn = Dmn.decision("tarif")
                .input("alter", "integer", null)
                .output("tarif", "string", null)
                .rule(List.of("-"), List.of("\"a\""));

        assertThat(refusal(dmn.file()))
                .contains("to have one of the types [string, number, boolean, date], but found 'integer'");
    }

    @Test
    void refusesWhatTheSchemaOfTheStandardRefuses() {
        assertThat(refused(xml -> xml.replace("<text>alter</text>", "")
                        .replace("</inputExpression>", "</inputExpression><text>alter</text>")))
                .contains("- expected it to follow the schema of DMN 1.3, but: ");
    }

    private static String refused(UnaryOperator<String> change) {
        return refusal(Dmn.file("tarif", change.apply(SOUND.xml())));
    }

    private static String refusal(TableFile file) {
        return String.valueOf(assertThatExceptionOfType(RefusedTableException.class)
                .isThrownBy(() -> TableCompiler.compile(new Feel(), file))
                .actual()
                .getMessage());
    }
}
