package de.amtsfluss.lorawantriggers.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.amtsfluss.deploy.localstack.Part;
import de.amtsfluss.deploy.localstack.WithLocalStack;
import de.amtsfluss.lorawantriggers.device.Decoded;
import de.amtsfluss.lorawantriggers.device.DeviceTypes;
import de.amtsfluss.lorawantriggers.device.Quantity;
import de.amtsfluss.processes.Akteur;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/** What operators do with device types and codecs while the application runs. */
// The same servers and settings as those of SensorToOrderTests, so that both share them.
@WithLocalStack({Part.POSTGRESQL, Part.KAFKA, Part.MQTT})
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "amtsfluss.roles=web,triggers",
            "amtsfluss.lorawan-triggers.webhook-secret=correct-horse",
            "amtsfluss.lorawan-triggers.demo-data=true",
            "amtsfluss.lorawan-triggers.clock.poll=PT1S"
        })
class DeviceTypesApiTests {

    private static final String PATH = "/api/lorawan/device-types";
    private static final String RELEASE = "prozess-freigabe";
    private static final String PROFILE = """
            name: Testfuehler
            vendor: Muster
            measurements:
              temperature: {from: celsius, unit: Cel}
            """;
    private static final String EXAMPLES = """
            [{"type": "uplink", "description": "warm", "input": {"bytes": [21], "fPort": 1},
              "output": {"data": {"celsius": 21}}}]""";

    private final JsonMapper json;
    private final JdbcClient jdbc;
    private final DeviceTypes types;
    private final MockMvc web;

    @Autowired
    DeviceTypesApiTests(
            DeviceTypesApi deviceTypes, CodecsApi codecs, JsonMapper json, JdbcClient jdbc, DeviceTypes types) {
        this.json = json;
        this.jdbc = jdbc;
        this.types = types;
        this.web = MockMvcBuilders.standaloneSetup(deviceTypes, codecs)
                .setCustomArgumentResolvers(new Login())
                .build();
    }

    @Test
    void showsTheTypes() throws Exception {
        web.perform(get(PATH))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.type == 'bosch/tps110')].quantities.occupancy")
                        .value("1"))
                .andExpect(jsonPath("$[?(@.type == 'bosch/tps110')].version").value(0))
                .andExpect(jsonPath("$[?(@.type == 'bosch/tps110')].interval").value("PT24H"));
    }

    @Test
    void releasesATypeWithProtokollAndCountsItsVersions() throws Exception {
        var name = "muster/fuehler";

        upload(name, codec(1), RELEASE)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(1));
        upload(name, codec(1), RELEASE).andExpect(jsonPath("$.version").value(1));
        web.perform(multipart(PATH)
                        .file(file("codec", codec(1) + "// better"))
                        .file(file("profile", PROFILE))
                        .file(file("examples", EXAMPLES))
                        .param("type", name)
                        .header("X-Gruppe", RELEASE))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.version").value(2));

        assertThat(types.find(name).orElseThrow().decode(new byte[] {30}, 1, Instant.EPOCH))
                .isEqualTo(new Decoded.Values(Map.of(Quantity.TEMPERATURE, 30.0), List.of()));
        assertThat(jdbc.sql("""
                        select aktion || ' ' || coalesce(alter_wert, '-') || ' ' || neuer_wert
                        from processes.protokoll where objektart = 'GERAETETYP' and objekt_id = ? order by nummer""").param(name).query(String.class).list())
                .containsExactly("ANGELEGT - 1", "GEAENDERT 1 2");
    }

    @Test
    void tellsAllThatIsWrongAndKeepsNothing() throws Exception {
        var examples = """
                [{"type": "uplink", "description": "cold", "input": {"bytes": [2], "fPort": 1},
                  "output": {"data": {"celsius": 3}}},
                 {"type": "uplink", "description": "loop", "input": {"bytes": [99], "fPort": 1},
                  "output": {"data": {}}}]""";
        var loop =
                "function decodeUplink(input) { while (input.bytes[0] === 99) {} return { data: { celsius: input.bytes[0] } }; }";

        upload(
                        "muster/falsch",
                        loop,
                        PROFILE.replace("temperature:", "humidity: {from: h, unit: \"%\"}\n  temperature:"),
                        examples,
                        RELEASE)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:geraetetyp-abgelehnt"))
                .andExpect(jsonPath("$.befunde", hasItem(containsString("Example 1 (cold): Expected data"))))
                .andExpect(jsonPath("$.befunde", hasItem(containsString("Example 2 (loop): Expected"))))
                .andExpect(jsonPath("$.befunde", hasItem("Expected an example that gives humidity, but none does")));
        upload("Falsch", "", "name: [", "[]", RELEASE)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.befunde", hasSize(2)));
        upload("muster/falsch", codec(1), "name: [", "[]", RELEASE)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.befunde", hasSize(2)));

        assertThat(types.find("muster/falsch")).isEmpty();
    }

    @Test
    void isForThoseWhoReleaseProcedures() throws Exception {
        upload("muster/fremd", codec(1), "gruenpflege").andExpect(status().isForbidden());

        assertThat(types.find("muster/fremd")).isEmpty();
    }

    @Test
    void takesOverWhatAnotherCopyReleased() {
        jdbc.sql("""
                        insert into lorawan_triggers.device_type (name, version, codec, profile, examples, released_by)
                        values ('muster/nachbar', 1, ?, ?, ?, 'mia')""").params(codec(2), PROFILE, EXAMPLES).update();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(types.find("muster/nachbar")).isPresent());
        assertThat(types.find("muster/nachbar").orElseThrow().decode(new byte[] {4}, 1, Instant.EPOCH))
                .isEqualTo(new Decoded.Values(Map.of(Quantity.TEMPERATURE, 8.0), List.of()));
    }

    @Test
    void triesACodecOutAndKeepsNothing() throws Exception {
        tryOut(Map.of("source", codec(3), "profile", PROFILE, "fPort", 1, "bytes", "07"), "sensorbetrieb")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.data.celsius").value(21))
                .andExpect(jsonPath("$.measurements.temperature").value(21.0))
                .andExpect(jsonPath("$.errors", hasSize(0)))
                .andExpect(jsonPath("$.micros").isNumber());
        tryOut(
                        Map.of(
                                "type",
                                "decentlab/dl-lid",
                                "direction",
                                "downlink-encode",
                                "data",
                                Map.of("command", "reset")),
                        RELEASE)
                .andExpect(jsonPath("$.bytes").value("fefe00003c50"))
                .andExpect(jsonPath("$.base64").value("/v4AADxQ"))
                .andExpect(jsonPath("$.fPort").value(1));
        tryOut(
                        Map.of(
                                "source",
                                "exports.decodeUplink = (i) => ({ data: { sum: i.bytes[0] + i.bytes[1], at: i.recvTime } });",
                                "bytes",
                                List.of(1, 255),
                                "recvTime",
                                "2026-03-01T10:00:00Z"),
                        RELEASE)
                .andExpect(jsonPath("$.data.sum").value(256))
                .andExpect(jsonPath("$.data.at").value("2026-03-01T10:00:00.000Z"));
        tryOut(Map.of("source", "function decodeUplink() { while (true) {} }", "bytes", "AQL/"), RELEASE)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.errors[0]", containsString("The codec was stopped")));
    }

    @Test
    void refusesATrialOfNothing() throws Exception {
        tryOut(Map.of("source", codec(1), "bytes", "07"), "gruenpflege").andExpect(status().isForbidden());
        tryOut(Map.of("bytes", "07"), RELEASE).andExpect(status().is(422));
        tryOut(Map.of("source", codec(1), "bytes", "what?"), RELEASE).andExpect(status().is(422));
        tryOut(Map.of("source", codec(1), "bytes", List.of(256)), RELEASE).andExpect(status().is(422));
        tryOut(Map.of("source", codec(1), "bytes", "07", "recvTime", "now"), RELEASE)
                .andExpect(status().is(422));
        tryOut(Map.of("source", codec(1)), RELEASE).andExpect(status().is(422));
        tryOut(Map.of("source", codec(1), "bytes", "07", "direction", "sideways"), RELEASE)
                .andExpect(status().is(422));
        tryOut(Map.of("type", "acme/none", "bytes", "07"), RELEASE).andExpect(status().is(422));
    }

    private static String codec(int factor) {
        return "function decodeUplink(input) { return { data: { celsius: %d * input.bytes[0] } }; }".formatted(factor);
    }

    private static MockMultipartFile file(String name, String text) {
        return new MockMultipartFile(name, name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private ResultActions upload(String type, String codec, String group) throws Exception {
        return upload(type, codec, PROFILE, EXAMPLES, group);
    }

    private ResultActions upload(String type, String codec, String profile, String examples, String group)
            throws Exception {
        var body = Map.of("type", type, "codec", codec, "profile", profile, "examples", json.readTree(examples));
        return web.perform(post(PATH)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body))
                .header("X-Gruppe", group));
    }

    private ResultActions tryOut(Map<String, Object> question, String group) throws Exception {
        return web.perform(post("/api/lorawan/codecs/try")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(question))
                .header("X-Gruppe", group));
    }

    /** Who acts is told by the module of the pages, which is not here. */
    private static final class Login implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Akteur.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return new Akteur("mia", "Mia Mustermann", Set.of(String.valueOf(request.getHeader("X-Gruppe"))));
        }
    }
}
