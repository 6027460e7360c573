package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DMN permits columns without type: which values they take all the same. */
class ColumnsWithoutTypeTests {

    private static final TableRunner RUNNER = new TableRunner(Duration.ofMinutes(1));
    private static final String INPUT = "<inputData id=\"i\" name=\"Zahl der Hunde\"><variable name=\"Zahl der Hunde\""
            + " typeRef=\"number\"/></inputData>";

    private static final String ITEMS =
            "<itemDefinition name=\"Zahlen\" isCollection=\"true\"><typeRef>number</typeRef></itemDefinition>"
                    + "<itemDefinition name=\"auch Zahlen\"><typeRef>Zahlen</typeRef></itemDefinition>";

    @Test
    void takeTheTypeOfTheInputTheyName() {
        String content = decision("Zahl  der Hunde", "Any", "", "1") + INPUT;

        assertThat(run(content, Map.of("Zahl der Hunde", 2))).isInstanceOf(Decided.class);
        assertThat(sentence(content, Map.of("Zahl der Hunde", "zwei")))
                .contains("to get a number as input 'Zahl der Hunde', but got 'zwei'");
    }

    @Test
    void takeTheTypeOfTheDecisionTheyName() {
        String required = "<decision id=\"b\" name=\"b\"><variable name=\"b\" typeRef=\"number\"/><decisionTable>"
                + "<input><inputExpression><text>x</text></inputExpression></input><output name=\"o\" typeRef=\"Any\"/>"
                + "<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>x</text></outputEntry></rule>"
                + "</decisionTable></decision>";
        String content = "<decision id=\"a\" name=\"a\"><informationRequirement><requiredDecision href=\"#b\"/>"
                + "</informationRequirement>" + table("b", "", "1") + "</decision>" + required;

        assertThat(run(content, Map.of("x", 2))).isInstanceOf(Decided.class);
        assertThat(sentence(content, Map.of("x", "zwei"))).contains("to get a number as input 'b', but got 'zwei'");
    }

    @Test
    void takeAnyValueWhereTheyComputeOrNameNothingKnown() {
        assertThat(run(decision("x", "Any", "", "x"), Map.of("x", true))).isInstanceOf(Decided.class);
        assertThat(run(decision("Zahl der Hunde + 1", "Any", "", "1") + INPUT, Map.of("Zahl der Hunde", 1)))
                .isInstanceOf(Decided.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number||1",
                "list<number>|COLLECT|1",
                "Zahlen|COLLECT|1",
                "auch Zahlen|RULE ORDER|1",
                "number|COLLECT\" aggregation=\"SUM|1",
                "number|COLLECT\" aggregation=\"COUNT|\"a\"",
                "|FIRST|\"a\"",
                "Zahlen||[1]"
            })
    void takeAsTheOnlyOutputWhatTheDecisionGives(String variable, String hitPolicy, String feel) {
        assertThat(run(ITEMS + decision("x", text(variable), text(hitPolicy), feel), Map.of("x", 1)))
                .isInstanceOf(Decided.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "number||\"a\"",
                "list<number>|COLLECT|\"a\"",
                "Zahlen|COLLECT|[1]",
                "auch Zahlen|RULE ORDER|\"a\"",
                "number|COLLECT\" aggregation=\"SUM|\"a\"",
                "Zahlen||1"
            })
    void refuseAsTheOnlyOutputWhatTheDecisionDoesNotGive(String variable, String hitPolicy, String feel) {
        assertThat(sentence(ITEMS + decision("x", variable, text(hitPolicy), feel), Map.of("x", 1)))
                .contains(" in row 1, output 'o', but got ");
    }

    @Test
    void takeTheTypesOfParametersAndEntriesOfContexts() {
        String content = "<decision id=\"a\" name=\"a\"><context>"
                + "<contextEntry><variable name=\"e\" typeRef=\"number\"/><literalExpression><text>x</text>"
                + "</literalExpression></contextEntry>"
                + "<contextEntry><variable name=\"t\" typeRef=\"number\"/>" + table("e", "", "\"a\"")
                + "</contextEntry></context></decision>";

        assertThat(sentence(content, Map.of("x", 1))).contains("to give a number in row 1, output 'o', but got 'a'");
        assertThat(Dmn.file("a", xml(content)))
                .satisfies(file -> assertThat(Dmn.plan("a", file)).isNotNull());
    }

    @Test
    void takeTheTypesOfTheKnowledgeModel() {
        String content = "<decision id=\"a\" name=\"a\"><knowledgeRequirement><requiredKnowledge href=\"#k\"/>"
                + "</knowledgeRequirement><literalExpression><text>k(x)</text></literalExpression></decision>"
                + "<businessKnowledgeModel id=\"k\" name=\"k\"><variable name=\"k\" typeRef=\"string\"/>"
                + "<encapsulatedLogic><formalParameter name=\"p\" typeRef=\"number\"/>" + table("p", "", "p")
                + "</encapsulatedLogic></businessKnowledgeModel>";

        assertThat(sentence(content, Map.of("x", 1)))
                .contains("Expected table 'k' to give a string in row 1, output 'o', but got '1'");
        assertThat(sentence(content, Map.of("x", "eins")))
                .contains("Expected table 'k' to get a number as input 'p', but got 'eins'");
    }

    @Test
    void countAsNumbersInSums() {
        assertThat(run(decision("x", "number", "COLLECT\" aggregation=\"SUM", "1.5"), Map.of("x", 1)))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided ->
                                assertThat(decided.outputs()).isEqualTo(List.of(Map.of("o", new BigDecimal("1.5")))));
    }

    private static String decision(String input, String variable, String hitPolicy, String feel) {
        return "<decision id=\"a\" name=\"a\"><variable name=\"a\" typeRef=\"%s\"/>%s</decision>"
                .formatted(variable.replace("<", "&lt;"), table(input, hitPolicy, feel));
    }

    private static String table(String input, String hitPolicy, String feel) {
        return "<decisionTable%s><input><inputExpression><text>%s</text></inputExpression></input><output name=\"o\"/>"
                        .formatted(hitPolicy.isEmpty() ? "" : " hitPolicy=\"%s\"".formatted(hitPolicy), input)
                + "<rule><inputEntry><text>-</text></inputEntry><outputEntry><text>%s</text></outputEntry></rule>"
                        .formatted(feel)
                + "</decisionTable>";
    }

    private static String text(String cell) {
        return cell == null ? "" : cell;
    }

    private static String xml(String content) {
        return "<definitions xmlns=\"%s\" name=\"Test\" namespace=\"https://amtsfluss.de/test\">%s</definitions>"
                .formatted(DmnXml.DMN_13, content);
    }

    private static DecisionResult run(String content, Map<String, Object> inputs) {
        return RUNNER.run(Dmn.plan("a", Dmn.file("a", xml(content))), 1, inputs);
    }

    private static String sentence(String content, Map<String, Object> inputs) {
        DecisionResult result = run(content, inputs);
        assertThat(result).isInstanceOf(NotDecided.class);
        return ((NotDecided) result).sentence();
    }
}
