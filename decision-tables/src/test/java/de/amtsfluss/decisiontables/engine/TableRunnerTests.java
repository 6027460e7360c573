package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.RuleHit;
import de.amtsfluss.decisiontables.SentenceTemplate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableRunnerTests {

    private static final TableRunner RUNNER = new TableRunner(Duration.ofSeconds(10));

    @Test
    void givesOutputsVersionAndTheRowThatMatched() {
        Dmn dmn = Dmn.tarif()
                .rule(List.of("< 18"), List.of("\"Kind\""), "§ 3 Absatz 1")
                .rule(List.of(">= 18"), List.of("\"Erwachsene\""), "§ 3 Absatz 2");

        DecisionResult result = RUNNER.run(dmn.table(), 7, Map.of("alter", 18, "name", "ignored"));

        assertThat(result)
                .isEqualTo(new Decided(
                        new DecisionId("tarif"),
                        7,
                        List.of(Map.of("tarif", "Erwachsene")),
                        List.of(new RuleHit(2, "§ 3 Absatz 2")),
                        Map.of("alter", BigDecimal.valueOf(18)),
                        new SentenceTemplate("tarif: {tarif}"),
                        List.of()));
    }

    @Test
    void takesNumbersOfAllJavaTypesForWhatTheySay() {
        Dmn dmn = Dmn.tarif().rule(List.of("94.9"), List.of("\"getroffen\""));

        assertThat(List.<Object>of(94.9, 94.9f, new BigDecimal("94.90")))
                .allSatisfy(value -> assertThat(RUNNER.run(dmn.table(), 1, Map.of("alter", value)))
                        .isInstanceOf(Decided.class));
    }

    @Test
    void computesInputsAndOutputsWithFeel() {
        Dmn dmn = Dmn.decision("gebuehr")
                .input("flaeche * tage", "number", null)
                .input("ab", "date", null)
                .output("betrag", "number", null)
                .output("frei", "boolean", null)
                .output("bis", "date", null)
                .rule(
                        List.of("> 2 * tage", ">= date(\"2026-01-01\")"),
                        List.of("flaeche * tage * 0.1", "false", "ab + duration(\"P3D\")"));

        DecisionResult result =
                RUNNER.run(dmn.table(), 1, Map.of("flaeche", 4.5, "tage", 3L, "ab", LocalDate.of(2026, 2, 27)));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.single())
                                .containsExactly(
                                        Map.entry("betrag", new BigDecimal("1.35")),
                                        Map.entry("frei", false),
                                        Map.entry("bis", LocalDate.of(2026, 3, 2))));
    }

    @Test
    void matchesEverythingWithAnEmptyCellOrADash() {
        Dmn dmn = Dmn.tarif().hitPolicy("RULE ORDER");
        List.of("", "-", " - ").forEach(cell -> dmn.rule(List.of(cell), List.of("\"alle\"")));

        DecisionResult result = RUNNER.run(dmn.table(), 1, Map.of("alter", 1));

        assertThat(rows(result)).containsExactly(1, 2, 3);
    }

    @Test
    void saysWhichInputIsMissing() {
        Dmn dmn = Dmn.tarif().rule(List.of("-"), List.of("\"alle\""));
        String sentence = "Expected table 'tarif' (version 1) to get input 'alter', but it is missing.";

        assertThat(refusal(dmn, Map.of())).isEqualTo(sentence);
        assertThat(refusal(dmn, Map.of("Alter", 12))).isEqualTo(sentence);
    }

    @Test
    void takesAnInputThatIsGivenAsNullForAValue() {
        Dmn dmn = Dmn.tarif()
                .hitPolicy("RULE ORDER")
                .rule(List.of("-"), List.of("\"alle\""))
                .rule(List.of(">= 18"), List.of("\"Erwachsene\""))
                .rule(List.of("not(null)"), List.of("\"bekannt\""))
                .rule(List.of("null"), List.of("\"unbekannt\""), "weil das Alter {alter} ist");

        assertThat(RUNNER.run(dmn.table(), 1, Dmn.given("alter", null)))
                .isInstanceOfSatisfying(Decided.class, decided -> {
                    assertThat(decided.rules()).extracting(RuleHit::row).containsExactly(1, 4);
                    assertThat(decided.inputs()).isEqualTo(Dmn.given("alter", null));
                    assertThat(decided.value()).isEqualTo(List.of("alle", "unbekannt"));
                    assertThat(decided.sentence()).endsWith("weil das Alter – ist.");
                });
    }

    @Test
    void refusesNullWhereTheAllowedValuesDoNotListIt() {
        Dmn dmn = Dmn.decision("tarif")
                .input("alter", "number", "[0..120]")
                .output("tarif", "string", null)
                .rule(List.of("-"), List.of("\"alle\""));

        assertThat(refusal(dmn, Dmn.given("alter", null)))
                .isEqualTo(
                        "Expected table 'tarif' (version 1) to get one of [0..120] as input 'alter', but got 'null'.");
    }

    @Test
    void stillRefusesWhatFeelCannotCompareBesideANull() {
        Dmn dmn = Dmn.decision("tarif")
                .input("alter", "number", null)
                .input("name", "string", null)
                .output("tarif", "string", null)
                .rule(List.of("-", "> 5"), List.of("\"alle\""));
        Map<String, @Nullable Object> given = Dmn.given("alter", null);
        given.put("name", "a");

        assertThat(refusal(dmn, given))
                .isEqualTo("Expected table 'tarif' (version 1) to evaluate row 1, but FEEL says: Can't compare '\"a\"'"
                        + " with '5'.");
    }

    @Test
    void givesTheDefaultOfCollectAsOneValueAndItsRowsAsAList() {
        String xml = Dmn.tarif()
                .hitPolicy("COLLECT")
                .rule(List.of("< 18"), List.of("\"Kind\""))
                .xml()
                .replace(
                        "typeRef=\"string\">",
                        "typeRef=\"string\"><defaultOutputEntry><text>\"alle\"</text></defaultOutputEntry>");
        Plan table = Dmn.plan("tarif", Dmn.file("tarif", xml));

        assertThat(((Decided) RUNNER.run(table, 1, Map.of("alter", 1))).value()).isEqualTo(List.of("Kind"));
        assertThat(((Decided) RUNNER.run(table, 1, Map.of("alter", 18))).value())
                .isEqualTo("alle");
    }

    @Test
    void callsASingleOutputWithoutNameLikeItsDecision() {
        Dmn dmn = Dmn.decision("tarif")
                .input("alter", "number", null)
                .output("", "string", null)
                .rule(List.of("-"), List.of("\"alle\""));

        assertThat(((Decided) RUNNER.run(dmn.table(), 1, Map.of("alter", 1))).text("tarif"))
                .isEqualTo("alle");
    }

    @Test
    void saysWhichInputIsOfAWrongType() {
        Dmn dmn = Dmn.tarif().rule(List.of("-"), List.of("\"alle\""));

        assertThat(refusal(dmn, Map.of("alter", "12")))
                .isEqualTo("Expected table 'tarif' (version 1) to get a number as input 'alter', but got '12'.");
        assertThat(refusal(dmn, Map.of("alter", Double.NaN)))
                .isEqualTo("Expected table 'tarif' (version 1) to get a number as input 'alter', but got 'NaN'.");
    }

    @Test
    void saysWhichInputIsNotAllowed() {
        Dmn dmn = Dmn.decision("tarif")
                .input("alter", "number", "[0..120]")
                .output("tarif", "string", null)
                .rule(List.of("-"), List.of("\"alle\""));

        assertThat(refusal(dmn, Map.of("alter", 121)))
                .isEqualTo(
                        "Expected table 'tarif' (version 1) to get one of [0..120] as input 'alter', but got '121'.");
    }

    @Test
    void saysThatNoRowMatches() {
        Dmn dmn = Dmn.tarif().rule(List.of("< 18"), List.of("\"Kind\""));

        assertThat(refusal(dmn, Map.of("alter", 18)))
                .isEqualTo("Expected a row of table 'tarif' (version 1) to match, but none does for [alter].");
    }

    @Test
    void saysWhichRowsMatchUnderUnique() {
        Dmn dmn = Dmn.tarif()
                .rule(List.of("< 18"), List.of("\"Kind\""))
                .rule(List.of("> 99"), List.of("\"Greis\""))
                .rule(List.of("< 20"), List.of("\"Kind\""));

        assertThat(refusal(dmn, Map.of("alter", 1)))
                .isEqualTo("Expected table 'tarif' (version 1) to decide by hit policy UNIQUE, but rows [1, 3] match.");
    }

    @Test
    void takesTheFirstRowUnderFirst() {
        Dmn dmn = Dmn.tarif()
                .hitPolicy("FIRST")
                .rule(List.of("< 6"), List.of("\"frei\""))
                .rule(List.of("< 18"), List.of("\"Kind\""))
                .rule(List.of("-"), List.of("\"alle\""));

        assertThat(RUNNER.run(dmn.table(), 1, Map.of("alter", 6))).isInstanceOfSatisfying(Decided.class, decided -> {
            assertThat(decided.text("tarif")).isEqualTo("Kind");
            assertThat(decided.rules()).containsExactly(new RuleHit(2, ""));
        });
    }

    @Test
    void letsRowsAgreeUnderAny() {
        Dmn dmn = Dmn.decision("satz")
                .hitPolicy("ANY")
                .input("alter", "number", null)
                .output("satz", "number", null)
                .rule(List.of("< 18"), List.of("1"))
                .rule(List.of("< 20"), List.of("1.0"))
                .rule(List.of("> 10"), List.of("2"));

        assertThat(RUNNER.run(dmn.table(), 1, Map.of("alter", 1))).isInstanceOfSatisfying(Decided.class, decided -> {
            assertThat(decided.number("satz")).isEqualTo("1");
            assertThat(decided.rules()).extracting(RuleHit::row).containsExactly(1, 2);
        });
        assertThat(refusal(dmn, Map.of("alter", 12)))
                .isEqualTo("Expected table 'satz' (version 1) to decide by hit policy ANY, but rows [1, 2, 3] match.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RULE ORDER", "COLLECT"})
    void givesAllRowsInTheOrderOfTheTable(String hitPolicy) {
        Dmn dmn = Dmn.decision("zeilen")
                .hitPolicy(hitPolicy)
                .input("alter", "number", null)
                .output("zeile", "number", null);
        // In a hash map of sixteen, 17 comes before 2.
        List<Integer> matching = List.of(2, 17, 33);
        IntStream.rangeClosed(1, 40)
                .forEach(row ->
                        dmn.rule(List.of(matching.contains(row) ? "-" : "> 100"), List.of(Integer.toString(row))));

        DecisionResult result = RUNNER.run(dmn.table(), 1, Map.of("alter", 1));

        assertThat(result)
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.outputs())
                                .extracting(row -> row.get("zeile"))
                                .containsExactlyElementsOf(matching.stream()
                                        .map(BigDecimal::valueOf)
                                        .toList()));
        assertThat(rows(result)).isEqualTo(matching);
    }

    @Test
    void namesTheRowThatDecidedByPriorityAndTheFirstOfSeveral() {
        Dmn dmn = Dmn.decision("stufe")
                .hitPolicy("PRIORITY")
                .input("alter", "number", null)
                .output("stufe", "string", "\"hoch\",\"gering\"")
                .output("frist", "number", null)
                .rule(List.of("-"), List.of("\"gering\"", "1"))
                .rule(List.of("-"), List.of("\"hoch\"", "2"), "§ 2")
                .rule(List.of("-"), List.of("\"hoch\"", "3"));

        assertThat(RUNNER.run(dmn.table(), 1, Map.of("alter", 1))).isInstanceOfSatisfying(Decided.class, decided -> {
            assertThat(decided.number("frist")).isEqualTo("2");
            assertThat(decided.rules()).containsExactly(new RuleHit(2, "§ 2"));
        });
    }

    @Test
    void ordersByTypedValuesAndNotByTheirNotation() {
        Dmn dmn = Dmn.decision("stufe")
                .hitPolicy("OUTPUT ORDER")
                .input("alter", "number", null)
                .output("stufe", "number", "10, 9.0, 1")
                .rule(List.of("-"), List.of("alter"))
                .rule(List.of("-"), List.of("9"))
                .rule(List.of("-"), List.of("10.00"));

        assertThat(RUNNER.run(dmn.table(), 1, Map.of("alter", 1))).isInstanceOfSatisfying(Decided.class, decided -> {
            assertThat(decided.outputs())
                    .extracting(row -> row.get("stufe"))
                    .containsExactly(BigDecimal.TEN, new BigDecimal("9"), BigDecimal.ONE);
            assertThat(decided.rules()).extracting(RuleHit::row).containsExactly(3, 2, 1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUM", "MIN", "MAX"})
    void refusesToAddUpNothing(String aggregation) {
        Dmn dmn = Dmn.decision("punkte")
                .hitPolicy("COLLECT")
                .attributes("aggregation=\"%s\"".formatted(aggregation))
                .input("alter", "number", null)
                .output("punkte", "number", null)
                .rule(List.of("< 18"), List.of("1"));

        assertThat(refusal(dmn, Map.of("alter", 18)))
                .isEqualTo("Expected a row of table 'punkte' (version 1) to match, but none does for [alter].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COLLECT", "RULE ORDER", "OUTPUT ORDER"})
    void takesNoRowForAnEmptyListWhereAnyNumberOfRowsMayMatch(String hitPolicy) {
        Dmn dmn = Dmn.decision("unterlagen")
                .hitPolicy(hitPolicy)
                .input("alter", "number", null)
                .output("unterlage", "string", "\"Ausweis\"")
                .rule(List.of("< 18"), List.of("\"Ausweis\""));

        assertThat(RUNNER.run(dmn.table(), 1, Map.of("alter", 18))).isInstanceOfSatisfying(Decided.class, decided -> {
            assertThat(decided.outputs()).isEmpty();
            assertThat(decided.value()).isEqualTo(List.of());
            assertThat(decided.rules()).isEmpty();
            assertThat(decided.sentence()).isEqualTo("Keine Zeile der Tabelle trifft zu.");
        });
    }

    @Test
    void countsNoRowAsZero() {
        Dmn dmn = Dmn.decision("punkte")
                .hitPolicy("COLLECT")
                .attributes("aggregation=\"COUNT\"")
                .input("alter", "number", null)
                .output("punkte", "number", null)
                .rule(List.of("< 18"), List.of("1"));

        assertThat(RUNNER.run(dmn.table(), 1, Map.of("alter", 18)))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.number("punkte")).isEqualTo("0"));
    }

    @Test
    void takesTheDefaultsOnlyWhenNoRowMatches() {
        String xml = Dmn.tarif()
                .rule(List.of("< 18"), List.of("\"Kind\""))
                .xml()
                .replace(
                        "typeRef=\"string\">",
                        "typeRef=\"string\"><outputValues><text>\"Kind\",\"alle\"</text></outputValues>"
                                + "<defaultOutputEntry><text>if alter > 99 then \"Greis\" else \"alle\"</text></defaultOutputEntry>");
        Plan table = Dmn.plan("tarif", Dmn.file("tarif", xml));

        assertThat(RUNNER.run(table, 1, Map.of("alter", 17)))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.text("tarif")).isEqualTo("Kind"));
        assertThat(RUNNER.run(table, 1, Map.of("alter", 18))).isInstanceOfSatisfying(Decided.class, decided -> {
            assertThat(decided.text("tarif")).isEqualTo("alle");
            assertThat(decided.rules()).isEmpty();
        });
        assertThat(RUNNER.run(table, 1, Map.of("alter", 100)))
                .isEqualTo(new NotDecided(
                        new DecisionId("tarif"),
                        "Expected table 'tarif' (version 1) to give one of \"Kind\",\"alle\" in the default of output"
                                + " 'tarif', but got 'Greis'."));
    }

    @Test
    void saysWhichCellFeelCannotEvaluate() {
        Dmn dmn = Dmn.tarif().rule(List.of("< \"achtzehn\""), List.of("\"Kind\""));

        assertThat(refusal(dmn, Map.of("alter", 18)))
                .startsWith("Expected table 'tarif' (version 1) to evaluate row 1, but FEEL says: ");
    }

    @Test
    void saysWhichOutputIsOfAWrongTypeOrNotAllowed() {
        Dmn dmn = Dmn.decision("tarif")
                .input("alter", "number", null)
                .output("tarif", "number", "[0..100]")
                .rule(List.of("1"), List.of("\"Kind\""))
                .rule(List.of("2"), List.of("101"));

        assertThat(refusal(dmn, Map.of("alter", 1)))
                .isEqualTo("Expected table 'tarif' (version 1) to give a number in row 1, output 'tarif',"
                        + " but got 'Kind'.");
        assertThat(refusal(dmn, Map.of("alter", 2)))
                .isEqualTo("Expected table 'tarif' (version 1) to give one of [0..100] in row 2, output 'tarif',"
                        + " but got '101'.");
    }

    private static String refusal(Dmn dmn, Map<String, ? extends @Nullable Object> inputs) {
        DecisionResult result = RUNNER.run(dmn.table(), 1, inputs);
        assertThat(result).isInstanceOf(NotDecided.class);
        return ((NotDecided) result).sentence();
    }

    private static List<Integer> rows(DecisionResult result) {
        assertThat(result).isInstanceOf(Decided.class);
        return ((Decided) result).rules().stream().map(RuleHit::row).toList();
    }

    @Test
    void saysTheAnswerAndItsReasonInGerman() {
        Dmn dmn = Dmn.decision("satz")
                .answer("Der Steuersatz beträgt {satz:€} je Hund")
                .input("hunde", "number", null)
                .output("satz", "number", null)
                .rule(List.of("1"), List.of("144"), "weil ein Hund gehalten wird (§ 2 Hundesteuersatzung)")
                .rule(
                        List.of("> 1"),
                        List.of("156 * 10"),
                        "weil {hunde} Hunde gehalten werden (§ 2 Hundesteuersatzung)");

        assertThat(RUNNER.run(dmn.table(), 1, Map.of("hunde", 2)))
                .isInstanceOfSatisfying(
                        Decided.class,
                        decided -> assertThat(decided.sentence())
                                .isEqualTo(
                                        "Der Steuersatz beträgt 1.560,00 € je Hund, weil 2 Hunde gehalten werden (§ 2 Hundesteuersatzung)."));
    }

    @Test
    void saysOneSentenceForEachOfSeveralRowsAndOneForASum() {
        Dmn dmn = Dmn.decision("gebuehr")
                .answer("Zu zahlen sind {betrag:€}")
                .input("fahrten", "number", null)
                .output("betrag", "number", null)
                .rule(List.of(">= 1"), List.of("28"), "weil abgeholt wird")
                .rule(List.of(">= 2"), List.of("22"), "weil eine zweite Fahrt nötig ist");

        assertThat(sentence(dmn.hitPolicy("RULE ORDER"), 2))
                .isEqualTo("Zu zahlen sind 28,00 €, weil abgeholt wird."
                        + " Zu zahlen sind 22,00 €, weil eine zweite Fahrt nötig ist.");
        assertThat(sentence(dmn.hitPolicy("COLLECT").attributes("aggregation=\"SUM\""), 2))
                .isEqualTo("Zu zahlen sind 50,00 €, weil abgeholt wird und weil eine zweite Fahrt nötig ist.");
    }

    @Test
    void refusesSentencesWithUnknownPlaces() {
        Dmn dmn = Dmn.tarif().answer("Der Preis ist {preis}").rule(List.of("-"), List.of("\"Kind\""), "weil {grund}");

        assertThatThrownBy(dmn::table)
                .hasMessageContaining("to name only [alter, tarif], but found '{preis}'")
                .hasMessageContaining("but found '{grund}'");
    }

    private static String sentence(Dmn dmn, int fahrten) {
        return ((Decided) RUNNER.run(dmn.table(), 1, Map.of("fahrten", fahrten))).sentence();
    }
}
