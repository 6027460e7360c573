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
            strings = {
                "https://www.omg.org/spec/DMN/20991231/MODEL/",
                "http://www.omg.org/spec/DMN/20191111/MODEL/",
                "http://www.omg.org/spec/BPMN/20100524/MODEL"
            })
    void refusesOtherVersionsOfDmn(String namespace) {
        assertThat(refused(xml -> xml.replace("https://www.omg.org/spec/DMN/20191111/MODEL/", namespace)))
                .contains("- expected <definitions> of DMN [1.1, 1.2, 1.3, 1.4, 1.5], but found <definitions> of "
                        + namespace);
    }

    @Test
    void refusesAnEntityBomb() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";

        assertThat(refused(xml ->
                        xml.replace("<definitions", bomb + "<definitions").replace("\"Kind\"", "\"&b;\"")))
                .contains("DOCTYPE is disallowed");
    }

    @Test
    void readsNoForeignPart() {
        String part = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/hostname\"/>";

        assertThat(refused(xml -> xml.replace("<decision ", part + "<decision ")))
                .contains("- expected only elements of DMN that are run here, but found <include>");
    }

    @Test
    void refusesCellsThatAreNestedTooDeeply() {
        String deep = "(".repeat(20_000) + "1" + ")".repeat(20_000);

        assertThat(refusal(Dmn.tarif().rule(List.of("-"), List.of(deep)).file()))
                .contains("it is nested too deeply");
    }

    @Test
    void callsNoJava() {
        String java = "function(x) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}";

        assertThat(refusal(Dmn.tarif().rule(List.of("-"), List.of(java)).file()))
                .contains("- expected FEEL in row 1, output 'tarif', but ")
                .contains("External functions are disabled");
    }

    @Test
    void refusesLoopsThatSpreadOutInMemory() {
        Dmn dmn = Dmn.tarif()
                .rule(List.of("-"), List.of("for i in 1..1000000000 return i"))
                .rule(List.of("-"), List.of("for i in 1..alter return i"))
                .rule(List.of("-"), List.of("some i in [1], j in [2] satisfies i > j"));

        assertThat(refusal(dmn.file()))
                .contains("- expected in row 1, output 'tarif' loops over ranges of at most 1000 steps,"
                        + " but found 1..1000000000")
                .contains("- expected in row 2, output 'tarif' loops over lists, or over ranges between two numbers,"
                        + " but found a computed range")
                .contains("- expected in row 3, output 'tarif' one iterator in each loop, but found 2:"
                        + " a loop may stand in another");
    }

    @Test
    void refusesElementsItDoesNotRun() {
        String unknown =
                "<import id=\"import\" name=\"x\" namespace=\"urn:x\" importType=\"urn:y\"/><stencil id=\"s\"/>";

        assertThat(refused(xml -> xml.replace("<decision ", unknown + "<decision ")))
                .contains("- expected only elements of DMN that are run here, but found <import id=\"import\">:"
                        + " models of other files are not read")
                .contains("but found <stencil id=\"s\">");
    }

    @Test
    void refusesOtherLanguages() {
        assertThat(SOUND.xml()).contains("<inputExpression typeRef");
        assertThat(refused(xml ->
                        xml.replace("<inputExpression ", "<inputExpression id=\"i\" expressionLanguage=\"juel\" ")))
                .contains("- expected <inputExpression id=\"i\"> to be in FEEL, but found 'juel'");
    }

    @Test
    void refusesTwoDecisionsOfOneId() {
        String decision = SOUND.xml().replaceAll("(?s).*(<decision .*</decision>).*", "$1");

        assertThat(refused(xml -> xml.replace("</definitions>", decision + "</definitions>")))
                .contains("- expected it to follow the schema of DMN 1.3, but: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIORITY", "OUTPUT ORDER"})
    void refusesPrioritiesWithoutOutputValues(String hitPolicy) {
        Dmn dmn = Dmn.tarif().hitPolicy(hitPolicy).rule(List.of("-"), List.of("\"alle\""));

        assertThat(refusal(dmn.file()))
                .contains("- expected output values in order of priority under hit policy " + hitPolicy
                        + ", but no output has any");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0..100]", "< 5", "1, \"a\""})
    void refusesPrioritiesThatAreNoListOfValues(String values) {
        Dmn dmn = Dmn.decision("punkte")
                .hitPolicy("PRIORITY")
                .input("alter", "number", null)
                .output("punkte", "number", values)
                .rule(List.of("-"), List.of("1"));

        assertThat(refusal(dmn.file()))
                .contains("- expected the output values of <output id=\"output_punkte\"> to list each value in order of"
                        + " priority, but found " + values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUM", "MIN", "MAX"})
    void refusesToAddUpTexts(String aggregation) {
        Dmn dmn = Dmn.tarif()
                .hitPolicy("COLLECT")
                .attributes("aggregation=\"%s\"".formatted(aggregation))
                .rule(List.of("-"), List.of("\"alle\""));

        assertThat(refusal(dmn.file()))
                .contains("- expected an output of the type number under hit policy COLLECT " + aggregation
                        + ", but found string");
    }

    @Test
    void refusesToCountSeveralOutputs() {
        Dmn dmn = Dmn.tarif()
                .output("zweiter", "string", null)
                .hitPolicy("COLLECT")
                .attributes("aggregation=\"COUNT\"")
                .rule(List.of("-"), List.of("\"alle\"", "\"b\""));

        assertThat(refusal(dmn.file())).contains("- expected one output under hit policy COLLECT COUNT, but found 2");
    }

    @Test
    void refusesAggregationOfOtherHitPolicies() {
        Dmn dmn = Dmn.tarif()
                .hitPolicy("FIRST")
                .attributes("aggregation=\"SUM\"")
                .rule(List.of("-"), List.of("\"alle\""));

        assertThat(refusal(dmn.file()))
                .contains("- expected <decisionTable id=\"table\"> to have one of the aggregations SUM, MIN, MAX, COUNT"
                        + " under COLLECT or none, but found 'SUM' under FIRST");
    }

    @Test
    void refusesDefaultsOfSomeOutputsOnly() {
        Dmn dmn = Dmn.tarif().output("zweiter", "string", null).rule(List.of("-"), List.of("\"a\"", "\"b\""));
        String xml = dmn.xml()
                .replace(
                        "name=\"tarif\" typeRef=\"string\">",
                        "name=\"tarif\" typeRef=\"string\"><defaultOutputEntry><text>\"a\"</text></defaultOutputEntry>");

        assertThat(refusal(Dmn.file("tarif", xml)))
                .contains("- expected each of the 2 outputs of <decisionTable id=\"table\"> to have a default output"
                        + " entry or none, but 1 have");
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
                .contains("to have one of the types [string, number, boolean, date, time, date and time,"
                        + " days and time duration, years and months duration, context, Any, list<...>],"
                        + " but found 'integer'");
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
                .isThrownBy(() -> GraphCompiler.compile(new Feel(), file))
                .actual()
                .getMessage());
    }
}
