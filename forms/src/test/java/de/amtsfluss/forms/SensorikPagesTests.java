package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasToString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.amtsfluss.processes.DownlinkId;
import de.amtsfluss.processes.Sensorik.Nachricht;
import de.amtsfluss.processes.Sensorik.Stand;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The sensors by page and HTTP interface. */
@WebTest
class SensorikPagesTests {

    private static final UUID SENT = UUID.fromString("1f0a6f5e-0000-4000-8000-000000000009");

    private final InMemorySensorik sensorik;
    private final MockMvc web;

    SensorikPagesTests(WebApplicationContext context, InMemorySensorik sensorik) {
        this.sensorik = sensorik;
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void reset() {
        sensorik.reset();
    }

    @Test
    void theOperatorSeesWhatASensorMeasures() throws Exception {
        web.perform(get("/sensoren").with(authentication(operator())))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("BI-C-0001"), containsString("noch nie"))));
        web.perform(get("/sensoren/objekte/BI-C-0001").with(authentication(operator())))
                .andExpect(content()
                        .string(allOf(
                                containsString("Füllstand"),
                                containsString("98,4 %"),
                                containsString("18,4 °C"),
                                containsString("container-leeren, ausgelöst 22.11.2026 10:00"))));
        web.perform(get("/sensoren/objekte/BI-C-9999").with(authentication(operator())))
                .andExpect(status().isNotFound());
    }

    @Test
    void aFileThatIsWrongIsToldLineByLine() throws Exception {
        web.perform(multipart("/sensoren/einlesung")
                        .file(csv("id;art\nkaputt"))
                        .with(authentication(operator()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/sensoren"))
                .andExpect(flash().attribute("meldung", hasToString(containsString("Zeile 2"))));
        web.perform(multipart("/sensoren/einlesung")
                        .file(csv("id;art\ngut"))
                        .param("probelauf", "true")
                        .with(authentication(operator()))
                        .with(csrf()))
                .andExpect(flash().attribute("meldung", hasToString(containsString("nichts gespeichert"))));
        assertThat(sensorik.imported()).isNull();

        web.perform(multipart("/sensoren/einlesung")
                .file(csv("id;art\ngut"))
                .with(authentication(operator()))
                .with(csrf()));
        assertThat(sensorik.imported()).isEqualTo("id;art\ngut");
    }

    @Test
    void deadLettersAreReadAndSentAgain() throws Exception {
        web.perform(get("/sensoren/unzustellbar").with(authentication(operator())))
                .andExpect(content()
                        .string(allOf(containsString("unknown-device"), not(containsString("<script>alert")))));
        web.perform(post("/sensoren/unzustellbar")
                        .param("was", "wiederholen")
                        .with(authentication(operator()))
                        .with(csrf()))
                .andExpect(flash().attribute("meldung", hasToString(containsString("wählen Sie"))));
        web.perform(post("/sensoren/unzustellbar")
                        .param("id", InMemorySensorik.LETTER.toString())
                        .param("was", "wiederholen")
                        .with(authentication(operator()))
                        .with(csrf()))
                .andExpect(
                        flash().attribute("meldung", hasToString(containsString("Noch einmal verarbeitet werden: 1"))));
        assertThat(sensorik.stand()).isEqualTo(Stand.WIEDERHOLT);
    }

    @Test
    void allThatMatchASearchAreSentThroughAgainAtOnce() throws Exception {
        web.perform(get("/sensoren/unzustellbar").param("grund", "undecodable").with(authentication(operator())))
                .andExpect(content().string(allOf(containsString("Es gibt keine."), not(containsString("alle-")))));
        web.perform(post("/sensoren/unzustellbar")
                        .param("grund", "undecodable")
                        .param("was", "alle-wiederholen")
                        .with(authentication(operator()))
                        .with(csrf()))
                .andExpect(flash().attribute("meldung", hasToString(containsString("wählen Sie"))));
        assertThat(sensorik.stand()).isEqualTo(Stand.OFFEN);
        web.perform(post("/sensoren/unzustellbar")
                        .param("grund", "unknown-device")
                        .param("was", "alle-wiederholen")
                        .with(authentication(operator()))
                        .with(csrf()))
                .andExpect(
                        flash().attribute("meldung", hasToString(containsString("Noch einmal verarbeitet werden: 1"))));
        assertThat(sensorik.stand()).isEqualTo(Stand.WIEDERHOLT);
    }

    @Test
    void aMachineTakesASensorOffOnce() throws Exception {
        var address = "/api/sensoren/BI-C-0001/sensoren/24E124713D000001";
        web.perform(delete(address).with(machine("betriebshof"))).andExpect(status().isForbidden());
        web.perform(delete(address)).andExpect(status().isUnauthorized());
        web.perform(delete(address + "?am=2026-11-22T08:00:00Z").with(machine("sensorbetrieb")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("noch nicht an diesem Objekt")));
        web.perform(delete(address + "?am=2030-01-01T00:00:00Z").with(machine("sensorbetrieb")))
                .andExpect(status().isConflict());
        web.perform(delete(address + "?am=bald").with(machine("sensorbetrieb"))).andExpect(status().isBadRequest());
        web.perform(delete("/api/sensoren/BI-C-0002/sensoren/24E124713D000001").with(machine("sensorbetrieb")))
                .andExpect(status().isNotFound());
        assertThat(sensorik.unmounted()).isNull();

        web.perform(delete(address + "?am=2026-11-22T12:00:00Z").with(machine("sensorbetrieb")))
                .andExpect(status().isNoContent());
        web.perform(delete(address).with(machine("sensorbetrieb"))).andExpect(status().isNotFound());
        assertThat(sensorik.unmounted()).isEqualTo(Instant.parse("2026-11-22T12:00:00Z"));
    }

    @Test
    void theTimeOfTheRemovalIsTypedOrNow() throws Exception {
        var address = "/sensoren/objekte/BI-C-0001/sensoren/24E124713D000001/ausbau";
        web.perform(post(address)
                        .param("am", "demnächst")
                        .with(authentication(operator()))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Bitte geben Sie Tag und Uhrzeit an")));
        web.perform(post(address)
                        .param("am", "22.11.2026 9:00")
                        .with(authentication(operator()))
                        .with(csrf()))
                .andExpect(content().string(containsString("noch nicht an diesem Objekt")));
        web.perform(post(address).with(authentication(operator())).with(csrf()))
                .andExpect(redirectedUrl("/sensoren/objekte/BI-C-0001"))
                .andExpect(flash().attribute("meldung", hasToString(containsString("ist ausgebaut"))));
        assertThat(sensorik.unmounted()).isEqualTo(Instant.parse("2026-11-22T20:30:00Z"));

        web.perform(get(address).with(authentication(operator()))).andExpect(status().isNotFound());
        web.perform(post(address).with(authentication(operator())).with(csrf()))
                .andExpect(flash().attribute("meldung", hasToString(containsString("nicht mehr an diesem Objekt"))));
    }

    @Test
    void aTrialWithoutAnythingIsToldFieldByField() throws Exception {
        web.perform(post("/sensoren/codecs")
                        .param("port", "viele")
                        .with(authentication(operator()))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Bitte wählen Sie einen Gerätetyp oder fügen Sie einen Quelltext ein."),
                                containsString("Bitte geben Sie einen Port von 1 bis 223 an."),
                                containsString("value=\"viele\""))));
    }

    @Test
    void theOperatorTellsASensorSomethingAndSeesWhatBecameOfIt() throws Exception {
        web.perform(get("/sensoren/objekte/BI-C-0001").with(authentication(operator())))
                .andExpect(content()
                        .string(allOf(
                                containsString("Stündlich melden"),
                                containsString("Liegt beim Netzserver."),
                                containsString("Die Frist ist abgelaufen"),
                                containsString("danach doch noch bestätigt"))));
        web.perform(get("/sensoren/objekte/BI-C-0002").with(authentication(operator())))
                .andExpect(content().string(containsString("kann nichts gesagt werden")));

        web.perform(post("/sensoren/objekte/BI-C-0001/downlinks")
                        .param("id", SENT.toString())
                        .param("name", "ueblichMelden")
                        .param("bestaetigt", "true")
                        .with(authentication(operator()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/sensoren/objekte/BI-C-0001"))
                .andExpect(flash().attribute("meldung", hasToString(containsString("ist angenommen"))));

        assertThat(sensorik.sent()).isEqualTo(new Nachricht(new DownlinkId(SENT), "BI-C-0001", "ueblichMelden", true));
    }

    @Test
    void aMachineTellsASensorSomething() throws Exception {
        web.perform(post("/api/sensoren/BI-C-0001/downlinks")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"id\":\"%s\",\"name\":\"ueblichMelden\"}".formatted(SENT))
                        .with(machine("sensorbetrieb")))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.id").value(SENT.toString()))
                .andExpect(jsonPath("$.verlauf.zustand").value("UEBERGEBEN"));
        web.perform(get("/api/sensoren/BI-C-0001/downlinks").with(machine("sensorbetrieb")))
                .andExpect(jsonPath("$.benannte.ueblichMelden").value("Stündlich melden"))
                .andExpect(jsonPath("$.letzte[0].verlauf.ergebnis").value("ABGELAUFEN"));
        web.perform(get("/api/sensoren/BI-C-9999/downlinks").with(machine("sensorbetrieb")))
                .andExpect(status().isNotFound());
        for (var wrong : List.of("{", "{\"id\":\"keine\",\"name\":\"x\"}")) {
            web.perform(post("/api/sensoren/BI-C-0001/downlinks")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(wrong)
                            .with(machine("sensorbetrieb")))
                    .andExpect(status().isBadRequest());
        }
    }

    @Test
    void othersTellSensorsNothing() throws Exception {
        web.perform(post("/sensoren/objekte/BI-C-0001/downlinks")
                        .param("id", SENT.toString())
                        .param("name", "ueblichMelden")
                        .with(authentication(People.crew()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(post("/api/sensoren/BI-C-0001/downlinks")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"ueblichMelden\"}")
                        .with(machine("betriebshof")))
                .andExpect(status().isForbidden());
        assertThat(sensorik.sent()).isNull();
    }

    @Test
    void othersSeeNoSensors() throws Exception {
        for (var path : List.of(
                "/sensoren",
                "/sensoren/objekte/BI-C-0001",
                "/sensoren/unzustellbar",
                "/sensoren/codecs",
                "/sensoren/objekte/BI-C-0001/sensoren/24E124713D000001/ausbau")) {
            web.perform(get(path).with(authentication(People.crew()))).andExpect(status().isNotFound());
        }
        for (var path : List.of("/api/sensoren", "/api/sensoren/BI-C-0001", "/api/sensoren/unzustellbar")) {
            web.perform(get(path).with(machine("betriebshof"))).andExpect(status().isForbidden());
            web.perform(get(path)).andExpect(status().isUnauthorized());
        }
        web.perform(post("/api/sensoren/unzustellbar/wiederholung")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[\"%s\"]".formatted(InMemorySensorik.LETTER))
                        .with(machine("betriebshof")))
                .andExpect(status().isForbidden());
        assertThat(sensorik.stand()).isEqualTo(Stand.OFFEN);
        for (var path : List.of("/sensoren/codecs", "/sensoren/objekte/BI-C-0001/sensoren/24E124713D000001/ausbau")) {
            web.perform(post(path).with(authentication(People.crew())).with(csrf()))
                    .andExpect(status().isNotFound());
        }
        assertThat(sensorik.unmounted()).isNull();
    }

    @Test
    void aMachineReadsRegistersAndRunsRulesDry() throws Exception {
        web.perform(get("/api/sensoren/BI-C-0001").with(machine("sensorbetrieb")))
                .andExpect(jsonPath("$.messwerte[0].groesse").value("fillLevel"));
        web.perform(post("/api/sensoren/einlesung")
                        .contentType("text/csv")
                        .content("id;art\nkaputt")
                        .with(machine("sensorbetrieb")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.fehler[0]").value(containsString("Zeile 2")));
        web.perform(post("/api/sensoren/unzustellbar/wiederholung")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("[\"%s\"]".formatted(InMemorySensorik.LETTER))
                        .with(machine("sensorbetrieb")))
                .andExpect(jsonPath("$.meldungen").value(1));
        web.perform(multipart("/api/sensoren/probelauf")
                        .file(new MockMultipartFile(
                                "ausloeser", "a.yaml", "text/yaml", "verfahren: a".getBytes(StandardCharsets.UTF_8)))
                        .param("von", "2026-11-22T00:00:00Z")
                        .param("bis", "2026-11-23T00:00:00Z")
                        .with(machine("sensorbetrieb")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.auftraege[0].objekt").value("BI-C-0001"));
    }

    private static MockMultipartFile csv(String text) {
        return new MockMultipartFile("datei", "register.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static OAuth2AuthenticationToken operator() {
        return People.login("sina.mustermann", "Sina Mustermann", List.of("sensorbetrieb"));
    }

    private static JwtRequestPostProcessor machine(String group) {
        return jwt().jwt(token ->
                token.claim("preferred_username", "sina.mustermann").claim("groups", List.of(group)));
    }
}
