package de.amtsfluss.lorawantriggers.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
    void triesEveryCodecOfAFolderThatHasExamplesBesideIt() throws IOException {
        Files.createDirectories(folder.resolve("a/node_modules"));
        Files.createDirectories(folder.resolve("b"));
        Files.createDirectories(folder.resolve("c/payload"));
        Files.createDirectories(folder.resolve("d"));
        write("a/package.json", "{\"main\": \"lib.js\"}");
        write("a/lib.js", "exports.decodeUplink = (input) => ({ data: { sum: input.bytes[0] } });");
        write("a/examples.json", "[{\"input\": {\"bytes\": \"05\"}, \"output\": {\"data\": {\"sum\": 5}}}]");
        write("a/node_modules/examples.json", "[]");
        write("b/x.js", "function encodeDownlink(input) { return { bytes: [input.data.n] }; }");
        write("b/test_encode_x.json", "[{\"input\": {\"data\": {\"n\": 0x10}}, \"expected\": {\"bytes\": [16]}}]");
        write("c/payload/y.js", "function decodeUplink(input) { return { errors: ['no'] }; }");
        write("c/y-codec.yaml", """
                uplinkDecoder:
                  fileName: payload/y.js
                  examples:
                    - input: {bytes: [1]}
                      output: {data: {}}
                """);
        write("c/y.yaml", "name: not of examples");
        write("d/examples.json", "[]");
        write("d/z-codec.yaml", "uplinkDecoder: {fileName: missing.js}");
        Files.write(
                folder.resolve("b/x.js"),
                "// caf\u00e9".getBytes(StandardCharsets.ISO_8859_1),
                StandardOpenOption.APPEND);

        assertThat(run("try", folder.toString())).isEqualTo(1);

        assertThat(lines())
                .satisfiesExactly(
                        a -> assertThat(a).isEqualTo("a/lib.js with examples.json"),
                        a -> assertThat(a).startsWith("ok 1"),
                        b -> assertThat(b).isEqualTo("b/x.js with test_encode_x.json"),
                        b -> assertThat(b).startsWith("ok 2"),
                        c -> assertThat(c).isEqualTo("c/payload/y.js with y-codec.yaml"),
                        c -> assertThat(c).startsWith("FAIL 3 : Expected data {}"),
                        d -> assertThat(d).isEqualTo("d/missing.js with z-codec.yaml"),
                        d -> assertThat(d).startsWith("FAIL 4").contains("Expected a codec beside it"),
                        d -> assertThat(d).startsWith("FAIL 5").contains("missing.js: java.nio.file.NoSuchFile"),
                        last -> assertThat(last).isEqualTo("5 cases, 3 not as expected."));
    }

    @Test
    void saysHowItIsCalled() {
        assertThat(run("try")).isEqualTo(2);
        assertThat(run()).isEqualTo(2);
        assertThat(run("try", folder.toString())).isEqualTo(2);
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
