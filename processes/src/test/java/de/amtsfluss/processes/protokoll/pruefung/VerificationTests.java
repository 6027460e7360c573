package de.amtsfluss.processes.protokoll.pruefung;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.deploy.localstack.LocalStack;
import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.processes.VorgangId;
import de.amtsfluss.processes.protokoll.ProtokollProbe;
import de.amtsfluss.processes.protokoll.siegel.SiegelProbe;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@WithLocalStack(Part.POSTGRESQL)
class VerificationTests {

    private static final VorgangId FIRST = VorgangId.of("11111111-0000-4000-8000-000000000000");
    private static final VorgangId SECOND = VorgangId.of("f1111111-0000-4000-8000-000000000000");
    private static final String OF_FIRST = " where kette = '" + FIRST + "' ";

    private final ProtokollProbe probe;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    VerificationTests(LocalStack stack) throws Exception {
        probe = new ProtokollProbe(stack);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    /** Two sealed days, with the last entry of the first chain on the second, and one entry after that. */
    @BeforeEach
    void writeSomeDays() {
        probe.itIs("2026-11-23T10:00:00Z");
        probe.write(FIRST, FIRST, SECOND, FIRST);
        probe.itIs("2026-11-24T10:00:00Z");
        probe.write(FIRST, FIRST);
        probe.itIs("2026-11-25T10:00:00Z");
        sealing().run();
        probe.write(SECOND);
    }

    private SiegelProbe sealing() {
        return new SiegelProbe(probe, SiegelProbe.file(sealFile()));
    }

    private Path sealFile() {
        return folder.resolve("outside.jsonl");
    }

    private Path export() {
        return folder.resolve("export");
    }

    private int run(String... arguments) {
        output.reset();
        var out = new PrintStream(output, true, StandardCharsets.UTF_8);
        return new ProtokollCommand(probe.environment(), out).run(List.of(arguments));
    }

    private String said() {
        return output.toString(StandardCharsets.UTF_8);
    }

    private void verifies(int code, String... sentences) {
        assertThat(run("export", export().toString())).isZero();
        assertThat(run("verify", export().toString(), sealFile().toString()))
                .as(said())
                .isEqualTo(code);
        assertThat(said()).contains(sentences);
    }

    @Test
    void whatWasNotTouchedIsSound() {
        verifies(
                0,
                "Sound: 7 entries in 2 chains, 2 seals.",
                "Not sealed yet: 1 entries",
                "The seal file has 2 of the seals.");
    }

    @Test
    void tenThousandEntriesGoOutAndAreSound() {
        var chains =
                IntStream.range(0, 100).mapToObj(chain -> VorgangId.random()).toArray(VorgangId[]::new);
        for (var round = 0; round < 100; round++) {
            probe.write(chains);
        }
        probe.itIs("2026-11-26T10:00:00Z");
        sealing().run();

        verifies(0, "Sound: 10007 entries in 102 chains, 3 seals.");
        assertThat(said()).doesNotContain("Not sealed yet");
    }

    @Test
    void findsAChangedField() {
        probe.tamper("update processes.protokoll set akteur = 'fritz.mustermann'" + OF_FIRST + "and nummer = 2");

        verifies(1, "chain of Vorgang " + FIRST + ", number 2: expected hash ", " by its content and the entry before");
    }

    @Test
    void findsAnEntryThatWasTakenOutOfTheMiddle() {
        probe.tamper("delete from processes.protokoll" + OF_FIRST + "and nummer = 2");

        verifies(1, "chain of Vorgang " + FIRST + ", number 3: expected number 2 before it, but that entry is missing");
    }

    @Test
    void findsAnEntryThatWasTakenFromTheEnd() {
        probe.tamper("delete from processes.protokoll" + OF_FIRST + "and nummer = 5");

        verifies(1, "seal 2 of 2026-11-24: it seals 2 entries in 1 chains", "the entries of that day are 1 in 1");
    }

    @Test
    void findsAChainThatWasTakenAway() {
        probe.tamper("delete from processes.protokoll" + OF_FIRST);

        verifies(1, "seal 1 of 2026-11-23: it seals 4 entries in 2 chains", "the entries of that day are 1 in 1");
    }

    @Test
    void findsEntriesThatChangedPlaces() {
        probe.tamper("update processes.protokoll set nummer = nummer + 100" + OF_FIRST + "and nummer in (1, 2);"
                + "update processes.protokoll set nummer = 103 - nummer" + OF_FIRST + "and nummer > 100");

        verifies(1, "chain of Vorgang " + FIRST + ", number 1: expected hash ");
    }

    @Test
    void findsAnEntryThatWasPutIn() {
        probe.tamper("update processes.protokoll set nummer = nummer + 100" + OF_FIRST + "and nummer >= 3;"
                + "update processes.protokoll set nummer = nummer - 99" + OF_FIRST + "and nummer > 100;"
                + "insert into processes.protokoll select kette, 3, tag, zeit, akteur_art, akteur, fuer, objektart,"
                + " objekt_id, aktion, metadatum, alter_wert, neuer_wert, bemerkung, hash from processes.protokoll"
                + OF_FIRST + "and nummer = 2");

        verifies(1, "chain of Vorgang " + FIRST + ", number 3: expected hash ");
    }

    @Test
    void findsAnEntryThatWasPutBehindTheLastOneOfASealedDay() {
        probe.tamper("delete from processes.protokoll_tagesabschluss");
        probe.itIs("2026-11-24T11:00:00Z");
        probe.write(FIRST);

        verifies(1, "seal 2 of 2026-11-24: it seals 2 entries in 1 chains", "the entries of that day are 3 in 1");
    }

    @Test
    void findsAChangedSeal() {
        probe.tamper("update processes.protokoll_siegel set eintraege = 3 where nummer = 1");

        verifies(1, "siegel.jsonl, seal 1 of 2026-11-23: expected hash by its content ");
    }

    @Test
    void findsByTheSealFileThatAllWasWrittenAnew() {
        probe.tamper("delete from processes.protokoll; delete from processes.protokoll_siegel;"
                + " delete from processes.protokoll_tagesabschluss");
        probe.itIs("2026-11-23T10:00:00Z");
        probe.write(FIRST);
        probe.itIs("2026-11-25T10:00:00Z");
        new SiegelProbe(probe).run();

        verifies(1, "seal 1 of 2026-11-23: the seal file and the export say different things of it");
        assertThat(run("verify", export().toString())).isZero();
        assertThat(said()).contains("No seal file was given: who can rewrite the whole database");
    }

    @Test
    void findsByTheSealFileThatDaysWereTakenFromTheEnd() {
        probe.tamper("delete from processes.protokoll where tag > '2026-11-23';"
                + " delete from processes.protokoll_siegel where nummer = 2");

        verifies(1, "seal 2 of 2026-11-24: the seal file has it, but the export does not");
    }

    @Test
    void saysWhatIsWrongWithFilesThatAreNoExport() throws Exception {
        verifies(0, "Sound");
        var lines = Files.readAllLines(export().resolve("protokoll.jsonl"));
        var first = lines.getFirst();

        says("protokoll.jsonl, line 1: expected Protokolleintrag as JSON, but: ", "das ist kein JSON\n");
        says("protokoll.jsonl, line 2: expected a whole line, but it is cut off", first + "\n" + first.substring(9));
        says("protokoll.jsonl, line 1: expected at most 65536 bytes, but there are more", "[".repeat(200_000) + "\n");
        says("protokoll.jsonl, line 1: expected Protokolleintrag as JSON, but: ", "[".repeat(60_000) + "\n");
        says("protokoll.jsonl, line 1: expected an object, but the line is empty", "\n" + first + "\n");
        says("number 1: expected number 2, but this number was there before", first + "\n" + first + "\n");
        says("number 1: expected the chains in the order of their ids", lines.get(5) + "\n" + first + "\n");
        says("Protokolleintrag as JSON, but: ", first.replace("\"nummer\":1,", "\"nummer\":1,\"nummer\":1,") + "\n");
        says("Protokolleintrag as JSON, but: ", first.replace("\"nummer\":1,", "\"nummer\":1,\"mehr\":1,") + "\n");
        says("Protokolleintrag as JSON, but: ", first.replace("\"nummer\":1,", "") + "\n");
        says("Protokolleintrag as JSON, but: ", first.replace("\"nummer\":1,", "\"nummer\":-1,") + "\n");
        says("Protokolleintrag as JSON, but: ", first.replace("00Z\"", "00.1234567Z\"") + "\n");
        says("Protokolleintrag as JSON, but: ", first + " {}\n");
        says("protokoll.jsonl, line 1: expected an object, but it is null", "null\n");
        says("seal 1 of 2026-11-23: it seals 4 entries in 2 chains", "");
        Files.write(export().resolve("protokoll.jsonl"), new byte[] {(byte) 0xff, '\n'});
        assertThat(run("verify", export().toString())).isOne();
        assertThat(said()).contains("protokoll.jsonl, line 1: expected UTF-8, but it has other bytes");
        Files.delete(export().resolve("protokoll.jsonl"));
        assertThat(run("verify", export().toString())).isOne();
        assertThat(said()).contains("protokoll.jsonl: expected this file, but it is not there");
    }

    private void says(String sentence, String entries) throws Exception {
        Files.writeString(export().resolve("protokoll.jsonl"), entries);
        assertThat(run("verify", export().toString())).as(said()).isOne();
        assertThat(said()).contains(sentence).hasLineCount(1).hasSizeLessThan(1_000);
    }

    @Test
    void saysHowItIsCalled() {
        assertThat(run()).isEqualTo(2);
        assertThat(said()).startsWith("Usage: protokoll export");
        assertThat(run("export", export().toString())).isZero();
        assertThat(run("export", export().toString())).isEqualTo(2);
        assertThat(said()).contains("Expected a folder without an export");
    }
}
