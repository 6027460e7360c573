package de.amtsfluss.lorawantriggers.tryout;

import de.amtsfluss.lorawantriggers.codec.CodecResult;
import de.amtsfluss.lorawantriggers.device.CodecTrials;
import de.amtsfluss.lorawantriggers.device.CodecTrials.Trial;
import de.amtsfluss.lorawantriggers.device.Example;
import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Codecversuche;
import de.amtsfluss.processes.ConditionalOnRole;
import de.amtsfluss.processes.Role;
import de.amtsfluss.processes.Sensorik;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tries codecs out; nothing is kept. For those who release procedures, and those who look after the sensors. */
@RestController
@ConditionalOnRole(Role.WEB)
class CodecsApi {

    private final CodecTrials trials;
    private final JsonMapper json;

    CodecsApi(CodecTrials trials, JsonMapper json) {
        this.trials = trials;
        this.json = json;
    }

    @PostMapping("/api/lorawan/codecs/try")
    ResponseEntity<?> tryOut(@RequestBody Question question, Akteur akteur) {
        if (!akteur.releases() && !akteur.isInOneOf(List.of(Sensorik.GRUPPE))) {
            return Problems.forbidden();
        }
        var source = question.source();
        var type = question.type();
        if ((source == null) == (type == null) || (source != null && source.length() > Codecversuche.LONGEST_SOURCE)) {
            return Problems.unusable("Expected either 'source' of at most %d characters or 'type'."
                    .formatted(Codecversuche.LONGEST_SOURCE));
        }
        Example example;
        try {
            example = Example.of(json.valueToTree(question.asExample()));
        } catch (IllegalArgumentException e) {
            return Problems.unusable(String.valueOf(e.getMessage()));
        }
        var trial = source == null
                ? trials.ofType(Objects.requireNonNull(type), example.call())
                : trials.ofSource(source, question.profile(), example.call());
        return switch (trial) {
            case Trial.Done done -> ResponseEntity.ok(Answer.of(done));
            case Trial.Unusable unusable -> Problems.refused(unusable.findings());
        };
    }

    /**
     * What is tried.
     *
     * @param source the codec's JavaScript, instead of a type
     * @param type a known device type, instead of a source
     * @param profile the text of a {@code profile.yaml}, beside a source
     * @param direction {@code uplink}, {@code downlink-encode} or {@code downlink-decode}; the first if it is missing
     * @param fPort the port, 1 if it is missing
     * @param bytes the payload in hexadecimal or Base64, or as list of numbers
     * @param recvTime when it was received (RFC 3339), the beginning of 1970 if it is missing
     * @param data the command, for {@code downlink-encode}
     * @param variables what is known of the device
     */
    record Question(
            @Nullable String source,
            @Nullable String type,
            @Nullable String profile,
            @Nullable String direction,
            @Nullable Integer fPort,
            @Nullable JsonNode bytes,
            @Nullable String recvTime,
            @Nullable JsonNode data,
            @Nullable Map<String, String> variables) {

        Map<String, Object> asExample() {
            var input = new TreeMap<String, Object>();
            input.put("fPort", Objects.requireNonNullElse(fPort, 1));
            input.put("variables", Objects.requireNonNullElse(variables, Map.of()));
            if (bytes != null) {
                input.put("bytes", bytes);
            }
            if (recvTime != null) {
                input.put("recvTime", recvTime);
            }
            if (data != null) {
                input.put("data", data);
            }
            return Map.of("type", Objects.requireNonNullElse(direction, "uplink"), "input", input);
        }
    }

    /**
     * What came of it.
     *
     * @param data what the codec says, absent if it made a payload or failed
     * @param measurements our measurements by their names, in our units; empty without a profile
     * @param fPort the port of the payload, absent unless there is one
     * @param bytes the payload in hexadecimal, likewise
     * @param base64 the same in Base64
     * @param warnings those of codec and profile
     * @param errors why the codec failed; empty if it did not
     * @param micros how long the call took, in millionths of a second
     */
    record Answer(
            @Nullable JsonNode data,
            Map<String, Double> measurements,
            @Nullable Integer fPort,
            @Nullable String bytes,
            @Nullable String base64,
            List<String> warnings,
            List<String> errors,
            long micros) {

        static Answer of(Trial.Done done) {
            var measurements = new TreeMap<String, Double>();
            done.measurements().forEach((quantity, value) -> measurements.put(quantity.key(), value));
            return switch (done.result()) {
                case CodecResult.Data data ->
                    new Answer(data.data(), measurements, null, null, null, done.warnings(), List.of(), done.micros());
                case CodecResult.Payload payload ->
                    new Answer(
                            null,
                            measurements,
                            payload.fPort(),
                            HexFormat.of().formatHex(payload.bytes()),
                            Base64.getEncoder().encodeToString(payload.bytes()),
                            done.warnings(),
                            List.of(),
                            done.micros());
                case CodecResult.Failure failure ->
                    new Answer(
                            null, measurements, null, null, null, done.warnings(), failure.sentences(), done.micros());
            };
        }
    }
}
