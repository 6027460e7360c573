package de.amtsfluss.lorawantriggers.codec;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.lorawantriggers.codec.CodecResult.Data;
import de.amtsfluss.lorawantriggers.codec.CodecResult.Failure;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** Codecs that want the machine for themselves, while others want to decode. */
class HostileCodecTests {

    private static final GraalCodecRuntime RUNTIME =
            new GraalCodecRuntime(JsonMapper.builder().build(), CodecProperties.standard());

    private static final String GOOD = "function decodeUplink(input) { return { data: { sum: input.bytes[0] } }; }";

    /** What a JVM does for the first time may take longer than a call may; these tests are not about that. */
    private static final GraalCodecRuntime PATIENT = new GraalCodecRuntime(
            JsonMapper.builder().build(),
            new CodecProperties(1_000_000, Duration.ofSeconds(20), Duration.ofSeconds(60), DataSize.ofMegabytes(64)));

    @AfterAll
    static void close() {
        RUNTIME.close();
        PATIENT.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function decodeUplink(input) { while (true) {} }",
                "while (true) {}",
                "function decodeUplink(input) { return decodeUplink(input); }",
                "function decodeUplink(input) { var a = []; a.toJSON = function () { return { toJSON: a.toJSON, b: JSON.stringify(a) }; }; return a; }",
                "function decodeUplink(input) { return /(a+)+\\1$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab'); }",
                "function decodeUplink(input) { return /^(([a-z])+.)+[A-Z]([a-z])+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab\\u{1F600}'); }",
                "function decodeUplink(input) { var n = 3n; while (true) { n = n * n; } }",
                "function decodeUplink(input) { return { data: { get v() { while (true) {} } } }; }",
                "function decodeUplink(input) { return { get data() { for (;;) {} } }; }",
                "function decodeUplink(input) { return new Proxy({}, { get: function (t, k) { while (true) {} }, ownKeys: function () { while (true) {} } }); }",
                "function f() { return Promise.resolve().then(f); } function decodeUplink(input) { f(); return { data: {} }; }",
                "Object.defineProperty(globalThis, 'decodeUplink', { get: function () { while (true) {} } });",
                "Object.defineProperty(exports, 'decodeUplink', { get: function () { while (true) {} } });",
                "export function decodeUplink(input) { return { data: {} }; }\nwhile (true) {}",
                "await new Promise(() => {});\nexport const decodeUplink = (input) => ({ data: {} });",
                "module.exports = new Proxy({}, { get: function () { while (true) {} } });",
                // Memory.
                "function decodeUplink(input) { var a = []; while (true) { a.push(new Array(100000).fill(7)); } }",
                "function decodeUplink(input) { var s = 'x'; while (true) { s = s + s; } }",
                "function decodeUplink(input) { return { data: { a: new Uint8Array(1 << 30) } }; }",
                "function decodeUplink(input) { var a = []; while (true) { a.push(new Uint8Array(1 << 20)); } }",
                "function decodeUplink(input) { return { data: { a: 'x'.repeat(1 << 28) } }; }",
                "function decodeUplink(input) { return { data: { a: new Array(5000000).fill('xxxxxxxxxxxxxxxxxxxxxxxx') } }; }",
                "function decodeUplink(input) { var m = new Map(); for (var i = 0; ; i++) { m.set(i, [i, i, i]); } }",
            })
    void areStoppedWhileOthersDecode(String source) throws Exception {
        try (var good = PATIENT.load(new Codec("good", GOOD, true));
                var hostile = RUNTIME.load(new Codec("hostile", source, false));
                var threads = Executors.newFixedThreadPool(2)) {
            var stopped = new AtomicBoolean();
            var other = threads.submit(() -> decodeUntil(good, stopped));

            var result = threads.submit(() -> hostile.call(uplink())).get();
            stopped.set(true);

            assertThat(result).isInstanceOf(Failure.class);
            assertThat(other.get()).allSatisfy(decoded -> assertThat(decoded).isInstanceOf(Data.class));
        }
    }

    /** At least one decode runs after the hostile one has begun or ended. */
    private static List<CodecResult> decodeUntil(CodecRuntime.LoadedCodec good, AtomicBoolean stopped) {
        var results = new ArrayList<CodecResult>();
        do {
            results.add(good.call(uplink()));
        } while (!stopped.get());
        return results;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object.prototype.toJSON = function () { return { data: { sum: 666 } }; };",
                "JSON.stringify = function () { return '{\"data\":{\"sum\":666}}'; };",
                "JSON.parse = function () { return { bytes: [666] }; };",
                "Array.prototype.push = null; Object.getOwnPropertyDescriptor(Array.prototype, 'push');",
                "Object.defineProperty(Object.prototype, 'bytes', { get: function () { return [666]; }, set: function () {} });",
                "decodeUplink = function () { return { data: { sum: 666 } }; };",
                "globalThis.Decoder = function () { return 666; }; leak = 666;",
                "exports.decodeUplink = function () { return { data: { sum: 666 } }; };",
                "module.exports = { decodeUplink: function () { return { data: { sum: 666 } }; } };",
                "driver = { decodeUplink: function () { return { data: { sum: 666 } }; } }; require = null;",
                "cache.sum = 666;",
                "Date = null; Promise = function () {}; Reflect.ownKeys = null;",
                "Buffer.from = function () { return [666]; };",
            })
    void cannotPoisonTheNextCallOfAPooledContext(String poison) {
        var source = """
                var cache = { sum: 0 };
                function decodeUplink(input) {
                    var sum = Buffer.from(input.bytes)[0] + cache.sum;
                    try { %s } catch (e) { }
                    return { data: { sum: sum } };
                }""".formatted(poison);
        try (var codec = PATIENT.load(new Codec("poison", source, true))) {
            for (var i = 0; i < 3; i++) {
                assertThat(codec.call(uplink())).hasToString("Data[data={\"sum\":1}, warnings=[]]");
            }
        }
    }

    @Test
    void leaveThePoolOnceStopped() {
        var source = """
                let calls = 0;
                function decodeUplink(input) {
                    calls++;
                    if (calls === 2) { while (true) {} }
                    return { data: { sum: calls } };
                }""";
        try (var codec = PATIENT.load(new Codec("second", source, true))) {
            assertThat(codec.call(uplink())).hasToString("Data[data={\"sum\":1}, warnings=[]]");

            assertThat(codec.call(uplink())).isInstanceOf(Failure.class);

            assertThat(codec.call(uplink())).hasToString("Data[data={\"sum\":1}, warnings=[]]");
        }
    }

    @Test
    void areWatchedInVirtualThreadsToo() throws ExecutionException, InterruptedException {
        try (var codec = RUNTIME.load(new Codec("loop", "function decodeUplink(input) { while (true) {} }", false));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.submit(() -> codec.call(uplink())).get())
                    .isInstanceOfSatisfying(
                            Failure.class,
                            failure -> assertThat(failure.sentence()).startsWith("The codec was stopped because"));
        }
    }

    private static CodecCall uplink() {
        return new CodecCall.DecodeUplink(new byte[] {1, -1}, 85, Instant.EPOCH, Map.of());
    }
}
