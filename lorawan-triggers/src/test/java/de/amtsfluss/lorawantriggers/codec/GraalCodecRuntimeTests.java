package de.amtsfluss.lorawantriggers.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import de.amtsfluss.lorawantriggers.codec.CodecResult.Data;
import de.amtsfluss.lorawantriggers.codec.CodecResult.Failure;
import de.amtsfluss.lorawantriggers.codec.CodecResult.Payload;
import de.amtsfluss.lorawantriggers.codec.CodecRuntime.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class GraalCodecRuntimeTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** What a JVM does for the first time may take longer than a call may; that is tested with hostile codecs. */
    private static final GraalCodecRuntime RUNTIME = new GraalCodecRuntime(
            JSON,
            new CodecProperties(1_000_000, Duration.ofSeconds(20), Duration.ofSeconds(60), DataSize.ofMegabytes(64)));

    @AfterAll
    static void close() {
        RUNTIME.close();
    }

    @Test
    void givesTheCodecBytesPortTimeAndVariables() {
        var result = decode("""
                function decodeUplink(input) {
                  console.log('nobody listens');
                  return { data: { bytes: input.bytes, fPort: input.fPort, year: input.recvTime.getUTCFullYear(),
                                   height: Number(input.variables.height) },
                           warnings: ['low battery'] };
                }""");

        assertThat(result).asInstanceOf(type(Data.class)).satisfies(data -> {
            assertThat(data.data().toString())
                    .isEqualTo("{\"bytes\":[1,255],\"fPort\":85,\"year\":2026,\"height\":12.5}");
            assertThat(data.warnings()).containsExactly("low battery");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function Decoder(bytes, port) { undeclared = port; return { sum: bytes[0] + bytes[1], port: undeclared }; }",
                "function Decode(fPort, bytes, variables) { return { sum: bytes[0] + bytes[1], port: fPort }; }",
                "const decodeUplink = (input) => ({ data: { sum: input.bytes[0] + input.bytes[1], port: input.fPort } });",
                // Modules of Node, written by hand, compiled or bundled.
                "(function () { exports.decodeUplink = function (i) { return { data: { sum: i.bytes[0] + i.bytes[1], port: i.fPort } }; }; })();",
                "module.exports = { port: 85, decodeUplink(i) { return { data: { sum: i.bytes[0] + i.bytes[1], port: this.port } }; } };",
                "'use strict'; Object.defineProperty(exports, '__esModule', { value: true }); exports.default = { Decode: (p, b) => ({ sum: b[0] + b[1], port: p }) };",
                "var driver; (() => { driver = { decodeUplink: (i) => ({ data: { sum: i.bytes[0] + i.bytes[1], port: i.fPort } }) }; })();",
                "const { Buffer } = require('buffer'); function Decoder(b, p) { return { sum: Buffer.from(b).readUInt8(0) + b[1], port: p }; } "
                        + "if (typeof module !== 'undefined' && require.main === module) { process.exit(); }",
                // Modules of ECMAScript.
                "import { Buffer } from 'buffer';\nexport function decodeUplink(i) { return { data: { sum: Buffer.from(i.bytes)[1] + 1, port: i.fPort } }; }",
                "const a = (b) => b[0] + b[1];\nexport default { Decoder(bytes, port) { return { sum: a(bytes), port }; } };",
                "function decodeUplink(i) { return { data: { sum: i.bytes[0] + i.bytes[1], port: i.fPort } }; }\nexport { decodeUplink };",
            })
    void callsOlderAndNewerDecoders(String codec) {
        assertThat(decode(codec))
                .asInstanceOf(type(Data.class))
                .extracting(data -> data.data().toString())
                .isEqualTo("{\"sum\":256,\"port\":85}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function encodeDownlink(input) { return { fPort: 7, bytes: [1, input.data.minutes], warnings: [] }; }",
                "function encodeDownlink(input) { return { fPort: 7, bytes: Buffer.from([1, input.data.minutes]) }; }",
                "function Encoder(object, port) { return [1, object.minutes]; }",
                "function Encode(fPort, object, variables) { return [1, object.minutes]; }",
                "exports.encodeDownlink = (input) => ({ fPort: 7, bytes: [1, input.data.minutes] });",
            })
    void callsOlderAndNewerEncoders(String codec) {
        assertThat(encode(codec)).asInstanceOf(type(Payload.class)).satisfies(payload -> {
            assertThat(payload.bytes()).containsExactly(1, -6);
            assertThat(payload.fPort()).isEqualTo(7);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function encodeDownlink(input) { return { fPort: 7, bytes: [256] }; }",
                "function encodeDownlink(input) { return { fPort: 7, bytes: ['1'] }; }",
                "function encodeDownlink(input) { return { fPort: 7, bytes: [1.5] }; }",
                "function encodeDownlink(input) { return { fPort: 7, bytes: new Array(243).fill(0) }; }",
                "function encodeDownlink(input) { return { fPort: 7, bytes: { length: 1e9 } }; }",
                "function encodeDownlink(input) { return { fPort: 224, bytes: [1] }; }",
                "function encodeDownlink(input) { return { fPort: 7 }; }",
                "function encodeDownlink(input) { return null; }",
                "function decodeUplink(input) { return { data: {} }; }",
            })
    void refusesAPayloadThatNoDeviceCanGet(String codec) {
        assertThat(encode(codec)).isInstanceOf(Failure.class);
    }

    @Test
    void startsEachCallAfreshUnlessPooled() {
        var codec =
                new Codec("test", "let n = 0; function decodeUplink(input) { return { data: { n: ++n } }; }", false);
        try (var fresh = RUNTIME.load(codec);
                var pooled = RUNTIME.load(new Codec(codec.name(), codec.source(), true))) {
            fresh.call(uplink());
            pooled.call(uplink());

            assertThat(fresh.call(uplink())).hasToString("Data[data={\"n\":1}, warnings=[]]");
            assertThat(pooled.call(uplink())).hasToString("Data[data={\"n\":2}, warnings=[]]");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Buffer.from('0aff', 'hex').readUInt16BE(0)                        | 2815
            Buffer.from([1, 2, 3, 4]).readUInt32LE(0)                         | 67305985
            Buffer.from([0xff, 0xfe]).readInt16BE(0)                          | -2
            Buffer.from([0xff, 0xff, 0xfe]).readIntBE(0, 3)                   | -2
            Buffer.from([0, 0, 0xc8, 0x41]).readFloatLE()                     | 25
            Buffer.from('AQL/', 'base64').toString('hex')                     | 0102ff
            Buffer.from([1, 2, 255]).toString('base64')                       | AQL/
            Buffer.from('Bär ☃').toString()                                   | Bär ☃
            Buffer.concat([Buffer.from([1]), Buffer.alloc(2)]).length         | 3
            Buffer.from([1, 2, 3]).slice(1)[0]                                | 2
            new Buffer([65, 66]).toString('ascii')                            | AB
            Buffer.from([0xff, 0xff, 0xfe]).readUintLE(0, 3)                  | 16711679
            Buffer.from('Bär', 'utf16le').toString('ucs2')                    | Bär
            atob('QUI=')                                                      | AB
            btoa(String.fromCharCode(1, 2, 255))                              | AQL/
            new TextDecoder().decode(new Uint8Array([0x42, 0xc3, 0xa4]))      | Bä
            new TextEncoder().encode('ä')[1]                                  | 164
            require('util').TextDecoder === TextDecoder                       | true
            Buffer.isBuffer(Buffer.from(input.bytes).map(function(b) { return b; })) | true
            """)
    void hasABuffer(String expression, String expected) {
        assertThat(decode("function decodeUplink(input) { return { data: { v: " + expression + " } }; }"))
                .asInstanceOf(type(Data.class))
                .extracting(data -> data.data().path("v").asString())
                .isEqualTo(expected);
    }

    @Test
    void writesNumbersInBufferOfAnyWidth() {
        assertThat(decode("""
                function decodeUplink(input) {
                  var b = Buffer.alloc(8);
                  b.writeUIntBE(0x010203, 0, 3);
                  b.writeIntLE(-2, 3, 3);
                  b.write('4142', 6, 'hex');
                  return { data: { hex: b.toString('hex') } };
                }""")).hasToString("Data[data={\"hex\":\"010203feffff4142\"}, warnings=[]]");
    }

    /** Wherever the server stands, and whatever language it speaks. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            new Date(2000, 0, 1).toISOString()      | 2000-01-01T00:00:00.000Z
            new Date(0).getHours()                  | 0
            new Date(2026, 6, 1).getTimezoneOffset()| 0
            (1234.5).toLocaleString()               | 1,234.5
            """)
    void saysTheSameEverywhere(String expression, String expected) {
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(decode("function decodeUplink(input) { return { data: { v: " + expression + " } }; }"))
                    .asInstanceOf(type(Data.class))
                    .extracting(data -> data.data().path("v").asString())
                    .isEqualTo(expected);
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void givesWholeNumbersOfAnySizeAsNumberOrText() {
        assertThat(
                        decode(
                                "function decodeUplink(input) { return { data: { n: 7n, big: 2n ** 64n, nan: NaN, no: undefined } }; }"))
                .hasToString("Data[data={\"n\":7,\"big\":\"18446744073709551616\",\"nan\":null}, warnings=[]]");
    }

    @Test
    void takesAnObjectWithoutTheOneAroundItForData() {
        assertThat(decode("function decodeUplink(input) { return { n: 1 }; }"))
                .hasToString("Data[data={\"n\":1}, warnings=[]]");
        assertThat(decode("function decodeUplink(input) { return { n: 1, warnings: [] }; }"))
                .isInstanceOf(Failure.class);
    }

    @Test
    void takesASingleSentenceForAListOfErrors() {
        assertThat(decode("function decodeUplink(input) { return { data: undefined, errors: 'not yet' }; }"))
                .isEqualTo(new Failure("The codec says: not yet", List.of("not yet"), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exports.decodeUplink = function (input) { return { data: { n: ++exports.n } }; }; exports.n = 0;",
                "let box = { n: 0 };\nexport { box };\nexport function decodeUplink(input) { box.n = 5; return { data: { n: 1 + (box.n === 5 ? input.again : 0) } }; }",
            })
    void keepsNothingInWhatAPooledModuleExports(String source) {
        try (var pooled = RUNTIME.load(new Codec("test", source, true))) {
            var first = pooled.call(uplink());

            assertThat(pooled.call(uplink())).hasToString(first.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "function decodeUplink(input) { return { data: 5 }; }",
                "function decodeUplink(input) { return {}; }",
                "function decodeUplink(input) { return undefined; }",
                "function decodeUplink(input) { throw new Error('no'); }",
                "function decodeUplink(input) { throw null; }",
                "function decodeUplink(input) { throw { get message() { throw 1; }, toString: function () { while (true) {} } }; }",
                "function decodeUplink(input) { var e = new Error('x'.repeat(1000000)); throw e; }",
                "async function decodeUplink(input) { return { data: {} }; }",
                "async function Decoder(bytes, port) { return {}; }",
                "function decode(input) { return { data: {} }; }",
                "function decodeUplink(input) {",
                "function decodeUplink(input) { var a = {}; a.a = a; return { data: a }; }",
                "import { readFileSync } from 'fs';\nexport function decodeUplink(input) { return { data: {} }; }",
                "const fs = require('fs'); function decodeUplink(input) { return { data: {} }; }",
                "module.exports = null; exports = null;",
                "function decodeUplink(input) { return { data: { t: 'x'.repeat(100000) } }; }",
                "function decodeUplink(input) { var a = {}; for (var i = 0; i < 2000; i++) { a = { a: a }; } return { data: a }; }",
                "function decodeUplink(input) { return { data: { get v() { throw 'no'; } } }; }",
            })
    void refusesAWrongAnswer(String codec) {
        assertThat(decode(codec)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.outOfTime()).isFalse();
            assertThat(failure.sentence()).hasSizeLessThan(400).doesNotContain("\n");
        });
    }

    @Test
    void tellsWhatTheCodecSaysIsWrong() {
        assertThat(decode("function decodeUplink(input) { return { errors: ['bad', 'worse'], data: {} }; }"))
                .isEqualTo(new Failure("The codec says: bad; worse", List.of("bad", "worse"), false));
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
                "(function () { return this; })().process.exit()",
                "arguments.callee.caller.toString()",
                "Graal.versionGraalVM.length",
                "new Worker('x')",
                "global.process.exit()",
                "require('child_process').execSync('id')",
                "require.constructor('return this')()",
                "module.constructor.constructor('return 1')()",
            })
    void givesNoAccessToTheHost(String attempt) {
        assertThat(decode("function decodeUplink(input) { return { data: { found: " + attempt + " } }; }"))
                .isInstanceOf(Failure.class);
    }

    private static CodecCall uplink() {
        return new CodecCall.DecodeUplink(
                new byte[] {1, -1}, 85, Instant.parse("2026-03-01T10:00:00Z"), Map.of("height", "12.5"));
    }

    private static CodecResult decode(String source) {
        return call(source, uplink());
    }

    private static CodecResult encode(String source) {
        return call(source, new CodecCall.EncodeDownlink(JSON.readTree("{\"minutes\":250}"), 7, Map.of()));
    }

    private static CodecResult call(String source, CodecCall call) {
        try (var codec = RUNTIME.load(new Codec("test", source, false))) {
            return codec.call(call);
        }
    }
}
