package de.amtsfluss.decisiontables.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.amtsfluss.decisiontables.DecisionId;
import de.amtsfluss.decisiontables.DecisionReleases.CurrentTable;
import de.amtsfluss.decisiontables.DecisionReleases.Release;
import de.amtsfluss.decisiontables.DecisionResult;
import de.amtsfluss.decisiontables.DecisionResult.Decided;
import de.amtsfluss.decisiontables.DecisionResult.NotDecided;
import de.amtsfluss.decisiontables.DmnFile;
import de.amtsfluss.decisiontables.Strictness;
import de.amtsfluss.decisiontables.TableCheck;
import de.amtsfluss.decisiontables.TableFinding;
import de.amtsfluss.decisiontables.TableFinding.Severity;
import de.amtsfluss.decisiontables.TableVersion;
import de.amtsfluss.decisiontables.TableVersion.Origin;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each copy of the application is one {@link Copy}; all share the real database. */
@WithLocalStack(Part.POSTGRESQL)
class TableReleasesTests {

    private static final TableRunner RUNNER = new TableRunner(Duration.ofSeconds(10));
    private static final String BY = "rolf.mustermann";

    private final Database database = new Database();
    private final TableStore store = new TableStore(database);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void decidesByAReleaseAtOnceAndByEarlierVersionsWhenAsked() {
        Copy copy = start(satz("gassi", "90"));

        Release release = copy.releases().release(files(satz("gassi", "95")), Strictness.OFFICE, BY);

        assertThat(release)
                .isEqualTo(new Release.Accepted(
                        List.of(new CurrentTable(new DecisionId("gassi"), 2, Set.of(new DecisionId("gassi")))),
                        List.of()));
        assertThat(satz(copy.tables().evaluate(new DecisionId("gassi"), Map.of("hunde", 1))))
                .isEqualTo("2: 95");
        assertThat(satz(copy.tables().evaluate(new DecisionId("gassi"), 1, Map.of("hunde", 1))))
                .isEqualTo("1: 90");
        assertThat(satz(copy.tables().evaluate(new DecisionId("gassi"), 2, Map.of("hunde", 1))))
                .isEqualTo("2: 95");
        assertThat(copy.tables().evaluate(new DecisionId("gassi"), 3, Map.of("hunde", 1)))
                .isEqualTo(new NotDecided(
                        new DecisionId("gassi"),
                        false,
                        "Expected a version 3 of decision table 'gassi', but there is none."));
    }

    @Test
    void knowsWhoReleasedWhat() {
        Copy copy = start(satz("herkunft", "90"));
        copy.releases().release(files(satz("herkunft", "95")), Strictness.OFFICE, BY);

        List<TableVersion> versions = copy.releases().versions(new DecisionId("herkunft"));

        assertThat(versions).extracting(TableVersion::version).containsExactly(2, 1);
        assertThat(versions)
                .extracting(TableVersion::origin)
                .containsExactly(new Origin.Released(BY), new Origin.Delivered());
        assertThat(copy.releases().file(new DecisionId("herkunft"), 1))
                .hasValueSatisfying(file -> assertThat(file.content())
                        .isEqualTo(satz("herkunft", "90").bytes()));
        assertThat(copy.releases().file(new DecisionId("herkunft"), 3)).isEmpty();
        assertThat(copy.releases().versions(new DecisionId("niemand"))).isEmpty();
    }

    @Test
    void keepsAReleaseThroughRestartsAndNewDeliveries() {
        start(satz("bleibt", "90")).releases().release(files(satz("bleibt", "95")), Strictness.OFFICE, BY);

        assertThat(satz(start(satz("bleibt", "90")), "bleibt")).isEqualTo("2: 95");
        assertThat(satz(start(satz("bleibt", "99")), "bleibt")).isEqualTo("2: 95");
        assertThat(store.versions("bleibt")).hasSize(2);
    }

    @Test
    void keepsAReleasedTableOfWhichTheSoftwareKnowsNothing() {
        start().releases().release(files(satz("eigenes", "7")), Strictness.OFFICE, BY);

        assertThat(satz(start(), "eigenes")).isEqualTo("1: 7");
    }

    @Test
    void takesOverWhatAnotherCopyReleased() {
        Copy one = start(satz("zwilling", "90"));
        Copy other = start(satz("zwilling", "90"));

        one.releases().release(files(satz("zwilling", "95"), satz("drilling", "3")), Strictness.OFFICE, BY);
        other.releases().refresh();

        assertThat(satz(other, "zwilling")).isEqualTo("2: 95");
        assertThat(satz(other, "drilling")).isEqualTo("1: 3");
    }

    @Test
    void looksByItselfForWhatAnotherCopyReleased() throws Exception {
        Copy one = start(satz("fernes", "90"));
        Copy other = start(satz("fernes", "90"));
        try (TableRefresh refresh = new TableRefresh(other.releases(), Duration.ofMillis(10))) {
            one.releases().release(files(satz("fernes", "95")), Strictness.OFFICE, BY);

            await().untilAsserted(() -> assertThat(satz(other, "fernes")).isEqualTo("2: 95"));
            assertThat(refresh).isNotNull();
        }
    }

    @Test
    void releasesAllFilesOrNone() {
        Copy copy = start(satz("ganz", "90"));

        Release release = copy.releases()
                .release(files(satz("ganz", "95"), Dmn.file("halb", "<definitions>")), Strictness.OFFICE, BY);

        assertThat(release)
                .isInstanceOfSatisfying(
                        Release.Refused.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .satisfies(finding ->
                                        assertThat(finding.sentence()).startsWith("Expected well-formed XML")));
        assertThat(satz(copy, "ganz")).isEqualTo("1: 90");
        assertThat(store.versions("ganz")).hasSize(1);
    }

    @Test
    void refusesTwoFilesThatDecideTheSame() {
        Release release = start().releases()
                .release(
                        files(
                                satz("doppelt", "1"),
                                new TableFile("anders.dmn", satz("doppelt", "2").bytes())),
                        Strictness.OFFICE,
                        BY);

        assertThat(release)
                .isInstanceOfSatisfying(
                        Release.Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(TableFinding::sentence)
                                .containsExactly(
                                        "Expected to be the only one that decides 'doppelt', but another file does too"));
    }

    @Test
    void takesATableThatTheCheckWarnsOfOnlyWhenAsked() {
        TableCheck warns = (file, source) -> List.of(
                new TableFinding(Severity.WARNING, file, "luecke", List.of(2), "hunde", "Expected x, but found y"));
        Copy copy = start(warns);

        assertThat(copy.releases().release(files(satz("luecke", "1")), Strictness.OFFICE, BY))
                .isInstanceOf(Release.Refused.class);
        assertThat(copy.releases().release(files(satz("luecke", "1")), Strictness.STANDARD, BY))
                .isInstanceOfSatisfying(
                        Release.Accepted.class,
                        accepted -> assertThat(accepted.findings()).hasSize(1));
    }

    @Test
    void makesAFileWithAnotherNameTheNextVersionOfItsDecision() {
        Copy copy = start(satz("treue", "90"));

        copy.releases()
                .release(
                        List.of(new DmnFile(
                                "Kopie von treue (2).dmn", satz("treue", "95").bytes())),
                        Strictness.OFFICE,
                        BY);

        assertThat(satz(copy, "treue")).isEqualTo("2: 95");
        assertThat(satz(start(satz("treue", "90")), "treue")).isEqualTo("2: 95");
    }

    @Test
    void warnsWhenADecisionWouldBeLost() {
        String two = new String(satz("eins", "1").bytes(), StandardCharsets.UTF_8);
        String second = two.substring(two.indexOf("<decision "), two.indexOf("</definitions>"));
        Copy copy = start();
        copy.releases()
                .release(
                        List.of(new DmnFile(
                                "eins.dmn",
                                two.replace("</definitions>", renamed(second, "eins", "zwei") + "</definitions>")
                                        .getBytes(StandardCharsets.UTF_8))),
                        Strictness.OFFICE,
                        BY);

        assertThat(copy.releases().release(files(satz("eins", "2")), Strictness.OFFICE, BY))
                .isInstanceOfSatisfying(
                        Release.Refused.class,
                        refused -> assertThat(refused.findings())
                                .extracting(TableFinding::sentence)
                                .containsExactly(
                                        "Expected the file to decide 'zwei' as it did before, but it does not"));
    }

    @Test
    void makesNoNewVersionOfAFileThatSaysTheSame() {
        Copy copy = start(satz("gleich", "90"));

        assertThat(copy.releases().release(files(satz("gleich", "90")), Strictness.OFFICE, BY))
                .isInstanceOfSatisfying(
                        Release.Accepted.class,
                        accepted -> assertThat(accepted.tables())
                                .extracting(CurrentTable::version)
                                .containsExactly(1));
        assertThat(store.versions("gleich")).hasSize(1);
    }

    @Test
    void rehearsesWithoutKeepingAnything() {
        Copy copy = start(satz("probe", "90"));

        Release release =
                copy.releases().rehearse(files(satz("probe", "95"), satz("probeNeu", "1")), Strictness.OFFICE);

        assertThat(release)
                .isInstanceOfSatisfying(
                        Release.Accepted.class,
                        accepted -> assertThat(accepted.tables())
                                .extracting(table -> table.table() + " " + table.version())
                                .containsExactly("probe 2", "probeNeu 1"));
        assertThat(satz(copy, "probe")).isEqualTo("1: 90");
        assertThat(store.versions("probe")).hasSize(1);
    }

    @Test
    void countsReleasesOfManyCopiesOneByOne() throws Exception {
        List<Copy> copies = IntStream.range(0, 3)
                .mapToObj(number -> start(satz("gedraenge", "0")))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Callable<Release>> releases = IntStream.range(0, 3)
                    .<Callable<Release>>mapToObj(number -> () -> copies.get(number)
                            .releases()
                            .release(files(satz("gedraenge", "1" + number)), Strictness.OFFICE, BY))
                    .toList();

            Collection<Future<Release>> results = threads.invokeAll(releases);

            assertThat(results).allSatisfy(result -> assertThat(result.get()).isInstanceOf(Release.Accepted.class));
        }
        assertThat(store.versions("gedraenge")).hasSize(4);
    }

    private record Copy(CurrentTables tables, TableReleases releases) {}

    private Copy start(TableFile... files) {
        return start((file, source) -> List.of(), files);
    }

    private Copy start(TableCheck check, TableFile... files) {
        TableSet set = TableDeployment.deploy(List.of(files), store, check);
        PastTables past =
                new PastTables((key, number) -> store.version(key, number).map(TableStore.Kept::file));
        CurrentTables tables = new CurrentTables(RUNNER, past, set);
        return new Copy(tables, new TableReleases(store, check, tables));
    }

    private static List<DmnFile> files(TableFile... files) {
        return Arrays.stream(files)
                .map(file -> new DmnFile(file.name(), file.bytes()))
                .toList();
    }

    private static String satz(Copy copy, String id) {
        return satz(copy.tables().evaluate(new DecisionId(id), Map.of("hunde", 1)));
    }

    private static String satz(DecisionResult result) {
        return result instanceof Decided decided
                ? decided.version() + ": " + decided.number("satz")
                : result.toString();
    }

    private static String renamed(String decision, String from, String to) {
        return decision.replace("\"" + from + "\"", "\"" + to + "\"").replaceAll("id=\"(?!" + to + ")", "id=\"x_");
    }

    private static TableFile satz(String id, String satz) {
        return Dmn.decision(id)
                .input("hunde", "number", null)
                .output("satz", "number", null)
                .rule(List.of("-"), List.of(satz))
                .file();
    }
}
