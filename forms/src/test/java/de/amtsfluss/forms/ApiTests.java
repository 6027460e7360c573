package de.amtsfluss.forms;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The HTTP interface for machines. */
@WebTest
class ApiTests {

    private static final String TASK = "/api/aufgaben/" + InMemoryProcesses.FREE_TASK;

    private final InMemoryProcesses processes;
    private final MockMvc web;

    ApiTests(WebApplicationContext context, InMemoryProcesses processes) {
        this.processes = processes;
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void reset() {
        processes.reset();
    }

    @Test
    void listsWhatTheCallerMaySee() throws Exception {
        web.perform(crew(get("/api/aufgaben")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(6))
                .andExpect(jsonPath("$[0].key").value(Long.toString(InMemoryProcesses.FREE_TASK)))
                .andExpect(jsonPath("$[0].faelligAm").value("2026-11-22T16:00:00Z"));
    }

    @Test
    void givesATaskWithItsForm() throws Exception {
        web.perform(crew(get(TASK)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.bezeichnung").value("Container leeren"))
                .andExpect(jsonPath("$.anleitung").isNotEmpty())
                .andExpect(jsonPath("$.formularSchema.components[0].key").value("geleert"));
    }

    @Test
    void claimsAndCompletesATask() throws Exception {
        web.perform(crew(post(TASK + "/uebernahme"))).andExpect(status().isNoContent());
        web.perform(complete("{\"geleert\": true}")).andExpect(status().isNoContent());
        web.perform(crew(get(TASK))).andExpect(status().isNotFound());
    }

    @Test
    void saysInASentencePerFieldWhatIsWrong() throws Exception {
        web.perform(crew(post(TASK + "/uebernahme")));

        web.perform(complete("{\"geleert\": \"vielleicht\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:ungueltige-werte"))
                .andExpect(jsonPath("$.fehler.geleert").value(containsString("Ja oder Nein")));
    }

    @Test
    void refusesBrokenJson() throws Exception {
        web.perform(complete("{\"geleert\": "))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @Test
    void saysWhyATaskCannotBeCompleted() throws Exception {
        web.perform(complete("{\"geleert\": true}"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail").value(containsString("zuerst")));
    }

    @Test
    void saysThatTheEngineIsAway() throws Exception {
        processes.engineAway(true);

        web.perform(crew(post(TASK + "/uebernahme")))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:nicht-erreichbar"));
    }

    @Test
    void promisesWhatWillBeDoneLater() throws Exception {
        web.perform(crew(post(TASK + "/uebernahme")));
        processes.engineAway(true);

        web.perform(complete("{\"geleert\": true}")).andExpect(status().isAccepted());
    }

    @Test
    void aTaskOfOthersLooksLikeNone() throws Exception {
        web.perform(crew(get("/api/aufgaben/" + InMemoryProcesses.OTHERS_TASK)))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:nicht-gefunden"));
        web.perform(crew(post("/api/aufgaben/" + InMemoryProcesses.OTHERS_TASK + "/uebernahme")))
                .andExpect(status().isNotFound());
    }

    @Test
    void givesAVorgangWithItsDocuments() throws Exception {
        web.perform(crew(get("/api/vorgaenge/" + processes.closedOrder().id())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.status").value("ABGESCHLOSSEN"))
                .andExpect(jsonPath("$.daten.containerId").value("BI-C-0007"))
                .andExpect(jsonPath("$.verlauf[0].bezeichnung").value("Auftrag anlegen"))
                .andExpect(jsonPath("$.dokumente[0].mediaType").value("application/pdf"));
        web.perform(crew(get("/api/vorgaenge?status=ABGESCHLOSSEN")))
                .andExpect(jsonPath("$.length()").value(1));
    }

    @Test
    void givesTheReasonsOfAVorgang() throws Exception {
        web.perform(crew(get("/api/vorgaenge/" + processes.closedOrder().id())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.entscheidungen[0].tabelle").value("hundesteuerSatz"))
                .andExpect(jsonPath("$.entscheidungen[0].version").value(3))
                .andExpect(jsonPath("$.entscheidungen[0].begruendung")
                        .value(containsString("weil zwei Hunde gehalten werden")));
    }

    @Test
    void decidesByTableAndSaysWhy() throws Exception {
        web.perform(crew(ask("{\"eingaben\": {\"anzahl\": 2}, \"stichtag\": \"2026-03-10\"}")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.ergebnisse[0].satz").value(156))
                .andExpect(jsonPath("$.zeilen[0].row").value(2))
                .andExpect(jsonPath("$.begruendung")
                        .value("Der Steuersatz beträgt 156,00 € je Hund, weil zwei Hunde gehalten werden"
                                + " (§ 2 Hundesteuersatzung)."));
    }

    @Test
    void saysWhyATableCannotDecide() throws Exception {
        web.perform(crew(ask("{\"eingaben\": {\"anzahl\": 2}}")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:nicht-entschieden"))
                .andExpect(jsonPath("$.detail").value(containsString("'stichtag'")));
        web.perform(ask("{}")).andExpect(status().isUnauthorized());
    }

    @Test
    void evaluatesThePastOnlyForThoseWhoRelease() throws Exception {
        var dmn = "<definitions/>".getBytes(StandardCharsets.UTF_8);

        web.perform(multipart("/api/decisions/hundesteuerSatz/replay")
                        .file("datei", dmn)
                        .with(member("prozess-freigabe")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.geprueft").value(10_000));
        web.perform(multipart("/api/decisions/hundesteuerSatz/replay")
                        .file("datei", dmn)
                        .with(member("betriebshof")))
                .andExpect(status().isForbidden());
        web.perform(multipart("/api/decisions/andere/replay").file("datei", dmn).with(member("prozess-freigabe")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:tabelle-abgelehnt"));
        web.perform(multipart("/api/decisions/hundesteuerSatz/replay")
                        .file("datei", new byte[] {1})
                        .with(member("prozess-freigabe")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("Expected DMN")));
    }

    @Test
    void tellsATableThatIsNotThereFromOneThatCannotDecide() throws Exception {
        web.perform(crew(post("/api/decisions/unbekannt/evaluation")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:nicht-gefunden"));
        web.perform(crew(ask("{\"stichtag\": \"2026-01-01\", \"version\": 9}")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value("Expected a version 9, but there is none."));
        web.perform(crew(ask("{\"stichtag\": \"2026-01-01\", \"version\": 3}"))).andExpect(status().isOk());
    }

    @Test
    void releasesTablesOnlyForThoseWhoMay() throws Exception {
        var dmn = "<definitions/>".getBytes(StandardCharsets.UTF_8);

        web.perform(multipart("/api/decisions").file("datei", dmn).with(member("prozess-freigabe")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.freigegeben").value(true))
                .andExpect(jsonPath("$.tabellen[0].version").value(4));
        web.perform(multipart("/api/decisions")
                        .file("datei", dmn)
                        .param("probelauf", "true")
                        .with(member("prozess-freigabe")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.freigegeben").value(false));
        web.perform(multipart("/api/decisions").file("datei", new byte[] {1}).with(member("prozess-freigabe")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:tabelle-abgelehnt"))
                .andExpect(jsonPath("$.befunde[0].schwere").value("ERROR"))
                .andExpect(jsonPath("$.befunde[0].satz").value("Expected DMN, but it is none."));
        web.perform(multipart("/api/decisions").with(member("prozess-freigabe")))
                .andExpect(status().isBadRequest());
        web.perform(multipart("/api/decisions").file("datei", dmn).with(member("betriebshof")))
                .andExpect(status().isForbidden());
        web.perform(multipart("/api/decisions").file("datei", dmn)).andExpect(status().isUnauthorized());
    }

    @Test
    void showsVersionsOnlyToThoseWhoRelease() throws Exception {
        web.perform(get("/api/decisions").with(member("betriebshof")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].tabelle").value("hundesteuerSatz"));
        web.perform(get("/api/decisions/hundesteuerSatz").with(member("prozess-freigabe")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].freigegebenVon").value("rolf.mustermann"));
        web.perform(get("/api/decisions/hundesteuerSatz/versions/3").with(member("prozess-freigabe")))
                .andExpect(status().isOk())
                .andExpect(content().string("<definitions/>"));
        web.perform(get("/api/decisions/hundesteuerSatz/versions/4").with(member("prozess-freigabe")))
                .andExpect(status().isNotFound());
        web.perform(get("/api/decisions/andere").with(member("prozess-freigabe")))
                .andExpect(status().isNotFound());
        web.perform(get("/api/decisions/hundesteuerSatz").with(member("betriebshof")))
                .andExpect(status().isForbidden());
        web.perform(get("/api/decisions/hundesteuerSatz/versions/3").with(member("betriebshof")))
                .andExpect(status().isForbidden());
    }

    private static MockHttpServletRequestBuilder ask(String question) {
        return post("/api/decisions/hundesteuerSatz/evaluation")
                .contentType(MediaType.APPLICATION_JSON)
                .content(question);
    }

    @Test
    void describesItselfInOpenApi() throws Exception {
        web.perform(get("/api/openapi"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.paths['/api/aufgaben/{key}/erledigung'].post")
                        .exists())
                .andExpect(jsonPath("$.paths['/api/vorgaenge'].get.parameters[?(@.name == 'akteur')]")
                        .isEmpty())
                .andExpect(jsonPath("$.paths['/aufgaben']").doesNotExist());
    }

    private static MockHttpServletRequestBuilder complete(String values) {
        return crew(post(TASK + "/erledigung")
                .contentType(MediaType.APPLICATION_JSON)
                .content(values));
    }

    private static MockHttpServletRequestBuilder crew(MockHttpServletRequestBuilder request) {
        return request.with(member("betriebshof"));
    }

    private static RequestPostProcessor member(String group) {
        return jwt().jwt(token ->
                token.subject("1").claim("preferred_username", "kim.krause").claim("groups", List.of(group)));
    }
}
