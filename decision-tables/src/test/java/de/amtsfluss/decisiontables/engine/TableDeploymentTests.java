package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DecisionTables;
import de.amtsfluss.decisiontables.TableCheck;
import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.decisiontables.TableFinding.Severity;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

@WithLocalStack(Part.POSTGRESQL)
@ExtendWith(OutputCaptureExtension.class)
class TableDeploymentTests {

    private static final TableRunner RUNNER = new TableRunner(Duration.ofSeconds(10));

    private final Database database = new Database();
    private final AnnotationConfigApplicationContext checks = new AnnotationConfigApplicationContext();

    @BeforeEach
    void start() {
        checks.scan("de.amtsfluss.decisiontables.check");
        checks.refresh();
    }

    @AfterEach
    void close() {
        checks.close();
        database.close();
    }

    @Test
    void staysWithTheEarlierVersionOfATableThatIsRefused(CapturedOutput output) {
        TableFile sound = steuer("hundesteuer", "< 2", ">= 2");
        TableFile broken = steuer("hundesteuer", "< 2", "> 2");
        deploy(sound);

        DecisionTables tables = deploy(broken);

        assertThat(tables.evaluate(new DecisionId("hundesteuer"), Map.of("hunde", 2)))
                .isInstanceOfSatisfying(Decided.class, decided -> {
                    assertThat(decided.version()).isEqualTo(1);
                    assertThat(decided.rules().getFirst().row()).isEqualTo(2);
                });
        assertThat(output.getOut())
                .contains("Expected 'tables/test/hundesteuer.dmn' to be a decision table that can be run, but:")
                .contains("- Expected a row for every input, but none matches hunde = 2")
                .contains("Decision table 'hundesteuer' stays in version 1, as its file was refused");
        assertThat(kept("hundesteuer")).isEqualTo(1);
    }

    @Test
    void startsWithoutATableThatWasNeverSound(CapturedOutput output) {
        DecisionTables tables = deploy(steuer("katzensteuer", "< 2", "> 1"), steuer("reitsteuer", "< 2", ">= 2"));

        assertThat(tables.evaluate(new DecisionId("katzensteuer"), Map.of("hunde", 1)))
                .isEqualTo(new NotDecided(
                        new DecisionId("katzensteuer"),
                        false,
                        "Expected a decision table 'katzensteuer', but its file was refused"
                                + " and there is no earlier version."));
        assertThat(tables.evaluate(new DecisionId("reitsteuer"), Map.of("hunde", 1)))
                .isInstanceOf(Decided.class);
        assertThat(output.getOut())
                .contains("- rows 1 and 2: Expected one row at most to match an input, but both match hunde = 1.5")
                .contains("Expected an earlier version of the refused table 'katzensteuer', but there is none");
        assertThat(kept("katzensteuer")).isZero();
    }

    @Test
    void refusesATableThatCannotBeCompiledInTheSameWay(CapturedOutput output) {
        deploy(steuer("zweitsteuer", "< 2", ">= 2"));

        DecisionTables tables = deploy(Dmn.file("zweitsteuer", "<definitions>"));

        assertThat(tables.evaluate(new DecisionId("zweitsteuer"), Map.of("hunde", 1)))
                .isInstanceOf(Decided.class);
        assertThat(output.getOut()).contains("- expected well-formed XML without document type, but line 1 says: ");
    }

    @Test
    void takesARepairedTableAsTheNextVersion() {
        deploy(steuer("bettensteuer", "< 2", ">= 2"));
        deploy(steuer("bettensteuer", "< 2", "> 2"));

        DecisionTables tables = deploy(steuer("bettensteuer", "<= 2", "> 2"));

        assertThat(tables.evaluate(new DecisionId("bettensteuer"), Map.of("hunde", 2)))
                .isInstanceOfSatisfying(
                        Decided.class, decided -> assertThat(decided.version()).isEqualTo(2));
    }

    @Test
    void refusesTwoFilesThatDecideTheSame(CapturedOutput output) {
        TableFile one = steuer("tanzsteuer", "< 2", ">= 2");
        TableFile other = new TableFile("tables/other/tanzsteuer.dmn", one.bytes());

        DecisionTables tables = deploy(one, other);

        assertThat(tables.evaluate(new DecisionId("tanzsteuer"), Map.of("hunde", 1)))
                .isInstanceOf(NotDecided.class);
        assertThat(output.getOut())
                .contains("- expected to be the only one that decides 'tanzsteuer',"
                        + " but 'tables/other/tanzsteuer.dmn' does too")
                .contains("- expected to be the only one that decides 'tanzsteuer',"
                        + " but 'tables/test/tanzsteuer.dmn' does too");
        assertThat(kept("tanzsteuer")).isZero();
    }

    @Test
    void refusesADecisionThatIsNotCalledLikeItsFile(CapturedOutput output) {
        TableFile other = new TableFile(
                "tables/test/badesteuer.dmn",
                steuer("bootssteuer", "< 2", ">= 2").bytes());

        DecisionTables tables = deploy(other);

        assertThat(tables.evaluate(new DecisionId("bootssteuer"), Map.of("hunde", 1)))
                .isInstanceOf(NotDecided.class);
        assertThat(output.getOut())
                .contains("- expected <decision id=\"bootssteuer\"> to have the id 'badesteuer' like its file,"
                        + " but it differs");
    }

    @Test
    void deploysATableWithNotesAndLogsThem(CapturedOutput output) {
        TableFinding note =
                new TableFinding(Severity.NOTE, "a.dmn", "jagdsteuer", List.of(1), "hunde", "Expected x, but found y");

        DecisionTables tables = deploy((file, source) -> List.of(note), steuer("jagdsteuer", "< 2", ">= 2"));

        assertThat(tables.evaluate(new DecisionId("jagdsteuer"), Map.of("hunde", 1)))
                .isInstanceOf(Decided.class);
        assertThat(output.getOut()).contains("a.dmn, table 'jagdsteuer': row 1, column 'hunde': Expected x");
    }

    private DecisionTables deploy(TableFile... files) {
        return deploy(checks.getBean(TableCheck.class), files);
    }

    private DecisionTables deploy(TableCheck check, TableFile... files) {
        TableSet set = TableDeployment.deploy(List.of(files), new TableStore(database), check);
        return new CurrentTables(RUNNER, new PastTables((key, number) -> Optional.empty()), set);
    }

    private long kept(String id) {
        return database.count("select count(*) from decision_tables.act_dmn_decision where key_ = '%s'".formatted(id));
    }

    private static TableFile steuer(String id, String low, String high) {
        return Dmn.decision(id)
                .input("hunde", "number", null)
                .output("steuer", "number", null)
                .rule(List.of(low), List.of("90"))
                .rule(List.of(high), List.of("150"))
                .file();
    }
}
