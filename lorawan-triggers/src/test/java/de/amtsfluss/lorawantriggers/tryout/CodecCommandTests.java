package de.amtsfluss.lorawantriggers.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodecCommandTests {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void printsALineForEachCaseAndTellsWhatDiffers() throws IOException {
        var codec = write("codec.js", "function Decoder(bytes, port) { return { sum: bytes[0] + port }; }");
        var cases = write("cases.json", """
                [{"type": "uplink", "description": "right", "input": {"bytes": [1], "fPort": 2},
                  "output": {"data": {"sum": 3}}},
                 {"type": "uplink", "description": "wrong", "input": {"bytes": [1], "fPort": 2},
                  "output": {"data": {"sum": 4}}},
                 {"fPort": 5, "bytes": "base64:AQ=="},
                 {"fPort": 5, "bytes": "no payload"}]""");

        assertThat(run("try", "--codec", codec.toString(), cases.toString())).isEqualTo(1);

        assertThat(lines())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("ok 1 right: {\"data\":{\"sum\":3},\"warnings\":[]} ("),
                        second -> assertThat(second)
                                .startsWith("FAIL 2 wrong: Expected data {\"sum\":4}, but found {\"sum\":3}"),
                        third -> assertThat(third).startsWith("ok 3 : {\"data\":{\"sum\":6}"),
                        fourth -> assertThat(fourth).startsWith("FAIL 4: Expected a payload in hexadecimal or Base64"),
                        last -> assertThat(last).isEqualTo("4 cases, 2 not as expected."));
    }

    @Test
    void readsATableOfPayloadsForATypeOfTheSoftware() throws IOException {
        var cases = write("cases.csv", "fPort;bytes;description\n2;01 ff;cold\n1;00;free\n");

        assertThat(run("try", "--type", "bosch/tps110", cases.toString())).isZero();

        assertThat(lines().getFirst()).contains("cold", "\"temperature\":-1");
        assertThat(lines().getLast()).isEqualTo("2 cases, 0 not as expected.");
    }

    @Test
    void saysHowItIsCalled() {
        assertThat(run("try")).isEqualTo(2);
        assertThat(run("try", "--type", "acme/none", "cases.csv")).isEqualTo(2);
        assertThat(run("try", "--codec", "missing.js", "cases.csv")).isEqualTo(2);

        assertThat(lines().getFirst()).startsWith("Usage: codec try");
    }

    private int run(String... arguments) {
        return new CodecCommand(new PrintStream(out, true, StandardCharsets.UTF_8)).run(List.of(arguments));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
