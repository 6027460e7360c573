package de.amtsfluss.lorawantriggers.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.amtsfluss.lorawantriggers.codec.CodecCall;
import de.amtsfluss.lorawantriggers.codec.CodecResult;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class ExampleFileTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void readsTestsOfChirpStackWithCommentsAndHexadecimalNumbers() {
        var examples = examples("""
                // of the vendor
                [{"name": "cold 0x01", "input": {"fPort": 0x66, /* 102 */ "bytes": [0x08, 0xFF]},
                  "expected": {"data": {"cold": true}}},
                 {"name": "restart", "input": {"data": {"restart": true}}, "expected": {"bytes": [1], "fPort": 85},},
                ]""");

        assertThat(examples.get(0)).satisfies(example -> {
            assertThat(example.description()).isEqualTo("cold 0x01");
            assertThat(example.call()).isInstanceOfSatisfying(CodecCall.DecodeUplink.class, call -> {
                assertThat(call.fPort()).isEqualTo(102);
                assertThat(call.bytes()).containsExactly(8, -1);
            });
            assertThat(example.output()).hasToString("{\"data\":{\"cold\":true}}");
        });
        assertThat(examples.get(1).call()).isInstanceOf(CodecCall.EncodeDownlink.class);
    }

    @Test
    void readsFilesOfTheThingsNetwork() {
        var file = ExampleFile.read("""
                # Documentation
                uplinkDecoder:
                  fileName: payload/x.js
                  examples:
                    - description: Lamp
                      input: {fPort: 2, bytes: [0x01, 10], recvTime: 2026-03-01T10:00:00.000Z}
                      output:
                        data: {state: on, time: 2026-03-01T10:00:00.000Z, clock: 12:30, no: ~, level: .nan, size: 1.5e1}
                downlinkEncoder:
                  fileName: y.js
                  examples:
                    - input: {data: {state: off}}
                      output: {bytes: [0], fPort: 1}
                downlinkDecoder:
                  fileName: y.js
                """);

        assertThat(file.parts())
                .extracting(ExampleFile.Part::codec, part -> part.nodes().size())
                .containsExactlyInAnyOrder(tuple("payload/x.js", 1), tuple("y.js", 1), tuple("y.js", 0));
        var lamp = file.nodes().stream()
                .map(Example::of)
                .filter(example -> example.description().equals("Lamp"))
                .findFirst()
                .orElseThrow();
        assertThat(lamp.call())
                .isInstanceOfSatisfying(
                        CodecCall.DecodeUplink.class,
                        call -> assertThat(call.receivedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z")));
        assertThat(lamp.difference(
                        data(
                                "{\"state\":\"on\",\"time\":\"2026-03-01T10:00:00.000Z\",\"clock\":\"12:30\",\"level\":null,\"size\":15}"),
                        JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "key: value", "[{]", "- a: 1", "a: [", "!!java.net.URL [x]", "[1, 2"})
    void refusesWhatHasNoExamples(String text) {
        assertThatThrownBy(() -> ExampleFile.read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected");
    }

    @Test
    void readsExamplesThatLieInAnObjectOrInLines() {
        assertThat(examples("\ufeff{\"examples\": [{\"bytes\": \"01\", \"fPort\": \"7\"}]}"))
                .singleElement()
                .extracting(Example::call)
                .isInstanceOfSatisfying(
                        CodecCall.DecodeUplink.class,
                        call -> assertThat(call.fPort()).isEqualTo(7));
        assertThat(examples("{\"bytes\": \"01\"}\n{\"bytes\": \"02\"}")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "2026-03-01T10:00:00Z"           | 2026-03-01T10:00:00Z
            "2026-03-01T10:00:00.5+01:00"    | 2026-03-01T09:00:00.5Z
            "2026-03-01T10:00:00"            | 2026-03-01T10:00:00Z
            1772359200000                    | 2026-03-01T10:00:00Z
            null                             | 1970-01-01T00:00:00Z
            """)
    void understandsTimesOfManyForms(String time, Instant expected) {
        assertThat(examples("[{\"input\": {\"bytes\": [], \"recvTime\": " + time + "}}]"))
                .singleElement()
                .extracting(Example::call)
                .isInstanceOfSatisfying(
                        CodecCall.DecodeUplink.class,
                        call -> assertThat(call.receivedAt()).isEqualTo(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"bytes\": [1], \"fPort\": \"two\"}]",
                "[{\"bytes\": [1], \"fPort\": -1}]",
                "[{\"bytes\": [256]}]",
                "[{\"input\": {\"bytes\": [1], \"recvTime\": \"yesterday\"}}]",
                "[5]",
            })
    void refusesAnExampleThatIsNone(String text) {
        assertThatThrownBy(() -> examples(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Expected");
    }

    @Test
    void takesEmptyListsAndNullForNothing() {
        var example = examples("""
                [{"bytes": [1], "output": {"data": {"a": null, "b": 1}, "errors": [], "warnings": null}}]""").getFirst();

        assertThat(example.difference(data("{\"b\": 1.0, \"c\": null}"), JSON)).isEmpty();
        assertThat(example.difference(data("{\"b\": 1, \"a\": 0}"), JSON)).isPresent();
        assertThat(example.difference(data("{\"b\": 1, \"c\": 0}"), JSON)).isPresent();
        assertThat(example.difference(new CodecResult.Failure("no"), JSON)).isPresent();
    }

    @Test
    void takesAnOutputWithoutKnownKeysForData() {
        var example = examples("[{\"bytes\": [1], \"output\": {\"n\": 1}}]").getFirst();

        assertThat(example.difference(data("{\"n\": 1}"), JSON)).isEmpty();
        assertThat(example.difference(data("{\"n\": 2}"), JSON)).isPresent();
    }

    @Test
    void takesRecordedUplinksOfNetworkServersForExamples() {
        var examples = examples("""
                {"deviceInfo": {"devEui": "24e124713d000001"}, "time": "2026-03-01T10:00:00.5+00:00", "fPort": 85,
                 "data": "AXVc", "object": {"battery": 92.0}}
                {"end_device_ids": {"dev_eui": "24E124713D000001"}, "received_at": "2026-03-01T10:00:00.5Z",
                 "uplink_message": {"f_port": 85, "frm_payload": "AXVc", "decoded_payload": {"battery": 92}}}
                {"fPort": 85, "data": "AXVc", "deviceInfo": {}}""");

        assertThat(examples)
                .hasSize(3)
                .allSatisfy(example -> assertThat(example.call())
                        .isInstanceOfSatisfying(CodecCall.DecodeUplink.class, call -> {
                            assertThat(call.bytes()).containsExactly(1, 0x75, 0x5c);
                            assertThat(call.fPort()).isEqualTo(85);
                        }));
        assertThat(examples.subList(0, 2)).allSatisfy(example -> {
            assertThat(example.difference(data("{\"battery\": 92}"), JSON)).isEmpty();
            assertThat(example.difference(data("{\"battery\": 91}"), JSON)).isPresent();
            assertThat(example.call())
                    .extracting(call -> ((CodecCall.DecodeUplink) call).receivedAt())
                    .isEqualTo(Instant.parse("2026-03-01T10:00:00.5Z"));
        });
        assertThat(examples.getLast().output()).isNull();
        assertThatThrownBy(() -> examples("{\"fPort\": 85, \"data\": \"§\"}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparesOnlyErrorsWhereThereAreAny() {
        var example = examples("""
                [{"bytes": [1], "output": {"data": {}, "errors": ["too short"], "warnings": ["old"]}}]""").getFirst();

        assertThat(example.difference(new CodecResult.Failure("It says so", List.of("too short"), false), JSON))
                .isEmpty();
        assertThat(example.difference(new CodecResult.Failure("It says so", List.of("other"), false), JSON))
                .isPresent();
        assertThat(example.difference(data("{}"), JSON)).isPresent();
    }

    private static CodecResult.Data data(String text) {
        return new CodecResult.Data(JSON.readTree(text), List.of());
    }

    private static List<Example> examples(String text) {
        return ExampleFile.read(text).nodes().stream().map(Example::of).toList();
    }
}
