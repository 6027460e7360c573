package de.amtsfluss.lorawantriggers.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import de.amtsfluss.lorawantriggers.device.CodecRuntime.Codec;
import de.amtsfluss.lorawantriggers.device.CodecRuntime.Result;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class GraalCodecRuntimeTests {

    private static final GraalCodecRuntime RUNTIME = new GraalCodecRuntime(
            JsonMapper.builder().build(),
            new CodecProperties(1_000_000, Duration.ofMillis(200), Duration.ofSeconds(2), DataSize.ofMegabytes(64)));

    @AfterAll
    static void close() {
        RUNTIME.close();
    }

    @Test
    void givesTheCodecBytesPortAndTime() {
        var result = decode("""
                function decodeUplink(input) {
                  return { data: { bytes: input.bytes, fPort: input.fPort, year: input.recvTime.getUTCFullYear() },
                           warnings: ['low battery'] };
                }""");

        assertThat(result).asInstanceOf(type(Result.Data.class)).satisfies(data -> {
            assertThat(data.data().toString()).isEqualTo("{\"bytes\":[1,255],\"fPort\":85,\"year\":2026}");
            assertThat(data.warnings()).containsExactly("low battery");
        });
    }

    @Test
    void startsEachCallAfresh() {
        var codec = "var n = 0; function decodeUplink(input) { n++; return { data: { n: n } }; }";

        decode(codec);

        assertThat(decode(codec))
                .asInstanceOf(type(Result.Data.class))
                .extracting(data -> data.data().path("n").intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function decodeUplink(input) { return { errors: ['bad'] , data: {} }; }",
                "function decodeUplink(input) { return { data: 5 }; }",
                "function decodeUplink(input) { return {}; }",
                "function decodeUplink(input) { return undefined; }",
                "function decodeUplink(input) { throw new Error('no'); }",
                "async function decodeUplink(input) { return { data: {} }; }",
                "function decode(input) { return { data: {} }; }",
                "function decodeUplink(input) {",
                "JSON.stringify = function () { return '{'; }; function decodeUplink(input) { return { data: {} }; }",
            })
    void refusesAWrongAnswer(String codec) {
        assertThat(decode(codec)).isInstanceOf(Result.Failure.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function decodeUplink(input) { while (true) {} }",
                "while (true) {}",
                "function decodeUplink(input) { return decodeUplink(input); }",
                "function decodeUplink(input) { return /(a+)+\\1$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'); }",
                "function decodeUplink(input) { var n = 3n; while (true) { n = n * n; } }",
            })
    void stopsACodecThatDoesNotEnd(String codec) {
        assertThat(decode(codec)).isInstanceOf(Result.Failure.class);
        assertStillWorks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function decodeUplink(input) { var a = []; while (true) { a.push(new Array(100000).fill(7)); } }",
                "function decodeUplink(input) { var s = 'x'; while (true) { s = s + s; } }",
                "function decodeUplink(input) { return { data: { a: new Uint8Array(1 << 30) } }; }",
                "function decodeUplink(input) { var a = []; while (true) { a.push(new Uint8Array(1 << 20)); } }",
                "function decodeUplink(input) { return { data: { a: 'x'.repeat(1 << 28) } }; }",
            })
    void stopsACodecThatWantsTooMuchMemory(String codec) {
        assertThat(decode(codec)).isInstanceOf(Result.Failure.class);
        assertStillWorks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Java.type('java.lang.System').exit(3)",
                "Packages.java.lang.System.exit(3)",
                "java.lang.System.exit(3)",
                "Polyglot.eval('js', '1')",
                "load('/etc/passwd')",
                "eval('1')",
                "new Function('return 1')()",
                "input.constructor.constructor('return this')()",
                "Graal.versionGraalVM.length",
                "new Worker('x')",
            })
    void givesNoAccessToTheHost(String attempt) {
        assertThat(decode("function decodeUplink(input) { return { data: { found: " + attempt + " } }; }"))
                .isInstanceOf(Result.Failure.class);
    }

    private static void assertStillWorks() {
        assertThat(decode("function decodeUplink(input) { return { data: {} }; }"))
                .isInstanceOf(Result.Data.class);
    }

    private static Result decode(String codec) {
        return RUNTIME.decodeUplink(
                new Codec("test", codec), new byte[] {1, -1}, 85, Instant.parse("2026-03-01T10:00:00Z"));
    }
}
