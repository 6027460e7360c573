package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.amtsfluss.decisiontables.DecisionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which graphs are refused, and why. */
class GraphCompilerTests {

    @Test
    void refusesDecisionsThatRequireThemselves() {
        assertThat(refusal(decision("a", requires("b"), "b")
                        + decision("b", requires("c"), "c")
                        + decision("c", requires("a"), "a")))
                .contains("- expected <decision id=\"a\"> not to require itself, but it does: a → b → c → a");
    }

    @ParameterizedTest
    @CsvSource({"#fehlt", "#i", "https://amtsfluss.de/andere#b", "''"})
    void refusesReferencesToNoDecision(String href) {
        String required = "<informationRequirement><requiredDecision href=\"" + href + "\"/></informationRequirement>";

        assertThat(refusal("<inputData id=\"i\" name=\"x\"/>" + decision("a", required, "1")))
                .contains("- expected <requiredDecision> in <decision id=\"a\"> to refer to a <decision> of the file,"
                        + " but found '" + href + "'");
    }

    @Test
    void refusesNamesOfDecisionsThatAreNotRequired() {
        assertThat(refusal(decision("a", "", "b + 1") + decision("b", "", "2")))
                .contains("- in <decision id=\"a\"> expected it to require <decision id=\"b\">, which it names as 'b',"
                        + " but it does not");
    }

    @Test
    void refusesFunctionsOfOtherKindsAndWithoutExpression() {
        assertThat(refusal(decision("a", "", "1") + "<businessKnowledgeModel id=\"k\" name=\"k\">"
                        + "<encapsulatedLogic id=\"l\" kind=\"Java\"/></businessKnowledgeModel>"))
                .contains(
                        "- expected <encapsulatedLogic id=\"l\"> to be a function of the kind FEEL, but found 'Java'");
        assertThat(refusal(decision("a", "", "1") + "<decision id=\"b\" name=\"b\"/>"))
                .contains("- in <decision id=\"b\"> expected <decision id=\"b\"> to have an expression,"
                        + " but it has none");
    }

    @Test
    void refusesKnowledgeThatNamesMoreThanItsParameters() {
        assertThat(refusal(decision("a", "", "1") + "<businessKnowledgeModel id=\"k\" name=\"k\"><encapsulatedLogic>"
                        + "<formalParameter name=\"p\"/><literalExpression><text>p + x</text></literalExpression>"
                        + "</encapsulatedLogic></businessKnowledgeModel>"))
                .contains("- in <businessKnowledgeModel id=\"k\"> expected it to name only its parameters [p],"
                        + " but it names 'x'");
    }

    @Test
    void refusesTypesThatAreNone() {
        assertThat(refusal("<itemDefinition id=\"t\" name=\"T\"><typeRef>U</typeRef></itemDefinition>"
                        + "<itemDefinition id=\"u\" name=\"U\"><typeRef>T</typeRef></itemDefinition>"
                        + decision("a", "", "1")))
                .contains("- expected the type 'T' to be made of others, but it is made of itself");
        assertThat(refusal("<itemDefinition id=\"t\" name=\"T\"><typeRef>integer</typeRef></itemDefinition>"
                        + decision("a", "", "1")))
                .contains("- expected <itemDefinition id=\"t\"> to be of one of the types ")
                .contains("but found 'integer'");
    }

    @Test
    void refusesServicesThatLeaveADecisionOut() {
        assertThat(refusal(decision("a", requires("b"), "b") + decision("b", "", "2")
                        + "<decisionService id=\"s\" name=\"S\"><outputDecision href=\"#a\"/></decisionService>"))
                .contains("- expected <decisionService id=\"s\"> to encapsulate <decision id=\"b\"> or to get it as an"
                        + " input decision, but it does neither");
    }

    @Test
    void refusesTwoRequirementsOfOneName() {
        assertThat(refusal("<inputData id=\"i\" name=\"b\"/>"
                        + decision(
                                "a",
                                "<informationRequirement><requiredInput href=\"#i\"/></informationRequirement>"
                                        + requires("b"),
                                "b")
                        + decision("b", "", "2")))
                .contains(
                        "- in <decision id=\"a\"> expected what <decision id=\"a\"> requires to have names of its own,"
                                + " but <inputData id=\"i\"> and <decision id=\"b\"> are both called 'b'");
    }

    @Test
    void refusesFilesWithoutDecision() {
        assertThat(refusal("<inputData id=\"i\" name=\"x\"/>"))
                .contains("- expected at least one <decision>, but found none");
    }

    @Test
    void holdsTheLimitsInEveryExpression() {
        assertThat(refusal(decision("a", "", "for i in 1..x return i")))
                .contains("loops over lists, or over ranges between two numbers, but found a computed range");
        assertThat(refusal(decision("a", "", "1 +")))
                .contains("- expected FEEL in <literalExpression>, but '1 +' is none");
        assertThat(plan("a", decision("a", requires("b"), "b") + decision("b", "", "sum(for i in 1..3 return i)"))
                        .unbounded())
                .isTrue();
        assertThat(plan("a", decision("a", requires("b"), "b * 2") + decision("b", "", "21"))
                        .unbounded())
                .isFalse();
    }

    @Test
    void readsAllVersionsOfDmnAndPassesOverWhatDocuments() {
        String documents = "<knowledgeSource id=\"q\" name=\"Satzung\"/><textAnnotation id=\"n\"><text>x</text>"
                + "</textAnnotation><association id=\"z\"><sourceRef href=\"#n\"/><targetRef href=\"#a\"/></association>"
                + "<organizationUnit id=\"o\" name=\"Amt\"/>";

        assertThat(GraphCompiler.compile(new Feel(), Dmn.file("a", xml(decision("a", "", "1") + documents)))
                        .plans())
                .containsOnlyKeys(new DecisionId("a"));
    }

    private static String decision(String id, String requirements, String feel) {
        return "<decision id=\"%1$s\" name=\"%1$s\">%2$s<literalExpression><text>%3$s</text></literalExpression></decision>"
                .formatted(id, requirements, feel);
    }

    private static String requires(String id) {
        return "<informationRequirement><requiredDecision href=\"#%s\"/></informationRequirement>".formatted(id);
    }

    private static String xml(String content) {
        return "<definitions xmlns=\"%s\" name=\"Test\" namespace=\"https://amtsfluss.de/test\">%s</definitions>"
                .formatted(DmnXml.DMN_13, content);
    }

    private static Plan plan(String id, String content) {
        return Dmn.plan(id, Dmn.file(id, xml(content)));
    }

    private static String refusal(String content) {
        return String.valueOf(assertThatExceptionOfType(RefusedTableException.class)
                .isThrownBy(() -> GraphCompiler.compile(new Feel(), Dmn.file("a", xml(content))))
                .actual()
                .getMessage());
    }
}
