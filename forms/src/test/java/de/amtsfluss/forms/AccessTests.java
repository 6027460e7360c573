package de.amtsfluss.forms;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Who gets in, and what those see who do not. */
@WebTest
class AccessTests {

    private static final String TASK = "/aufgaben/" + InMemoryProcesses.FREE_TASK;

    private final InMemoryProcesses processes;
    private final MockMvc web;

    AccessTests(WebApplicationContext context, InMemoryProcesses processes) {
        this.processes = processes;
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void reset() {
        processes.reset();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/aufgaben",
                TASK,
                "/vorgaenge",
                "/fristen",
                "/druckauftraege",
                "/auskunft",
                "/benachrichtigungen",
                "/aussonderung",
                "/dokumente/00000000-0000-0000-0000-000000000001"
            })
    void sendsAStrangerToTheLogin(String path) throws Exception {
        web.perform(get(path).accept(MediaType.TEXT_HTML))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/oauth2/authorization/keycloak"));
    }

    @Test
    void loginLeadsToTheRealmWithoutAskingItFirst() throws Exception {
        web.perform(get("/oauth2/authorization/keycloak"))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string(
                                "Location",
                                allOf(
                                        containsString("/realms/amtsfluss/protocol/openid-connect/auth?"),
                                        containsString("code_challenge_method=S256"))));
    }

    @Test
    void tellsAScriptThatTheSessionHasEnded() throws Exception {
        web.perform(get("/aufgaben/liste").accept(MediaType.TEXT_HTML).header("HX-Request", "true"))
                .andExpect(status().isUnauthorized());
        web.perform(get("/aufgaben/ereignisse").accept(MediaType.TEXT_EVENT_STREAM))
                .andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/aufgaben",
                "/api/aufgaben/1",
                "/api/vorgaenge",
                "/api/lorawan/device-types",
                "/api/lorawan/codecs/try",
                "/api/nirgendwo"
            })
    void asksAMachineForItsToken(String path) throws Exception {
        web.perform(get(path))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", containsString("Bearer")))
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:nicht-angemeldet"));
    }

    @Test
    void refusesABrokenToken() throws Exception {
        web.perform(get("/api/aufgaben").header("Authorization", "Bearer kaputt"))
                .andExpect(status().isUnauthorized())
                .andExpect(jsonPath("$.status").value(401));
    }

    @Test
    void aSessionIsNoToken() throws Exception {
        var page = web.perform(get("/aufgaben").with(authentication(People.crew())))
                .andExpect(status().isOk())
                .andReturn();

        web.perform(get("/api/aufgaben").session((org.springframework.mock.web.MockHttpSession)
                        page.getRequest().getSession()))
                .andExpect(status().isUnauthorized());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator/health", "/api/lorawan/chirpstack", "/api/lorawan/the-things-stack/uplink-message"})
    void letsThroughWhoBringsASecretOfTheirOwn(String path) throws Exception {
        web.perform(get(path)).andExpect(status().isNotFound());
    }

    @Test
    void showsNothingElseOfTheInside() throws Exception {
        web.perform(get("/actuator/env").with(authentication(People.crew()))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/uebernahme", "/rueckgabe", "/erledigung"})
    void refusesACommandWithoutTheTokenOfThePage(String command) throws Exception {
        web.perform(post(TASK + command).with(authentication(People.crew())).contentType(MediaType.APPLICATION_JSON))
                .andExpect(status().isForbidden());
    }

    @Test
    void aTaskOfOthersLooksLikeNone() throws Exception {
        web.perform(get(TASK).with(authentication(People.taxOffice()))).andExpect(status().isNotFound());
        web.perform(post(TASK + "/uebernahme")
                        .with(authentication(People.taxOffice()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(get("/vorgaenge/" + processes.closedOrder().id()).with(authentication(People.taxOffice())))
                .andExpect(status().isNotFound());
        web.perform(get("/aufgaben").with(authentication(People.taxOffice())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Siegfriedplatz"))));
    }

    @Test
    void aDocumentOpensOnlyForWhoMaySeeIt() throws Exception {
        var document = processes.of(processes.closedOrder().id()).getFirst().id();

        web.perform(get("/dokumente/" + document).with(authentication(People.crew())))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andExpect(content().bytes(InMemoryProcesses.PDF))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", containsString("private")))
                .andExpect(header().string(
                                "Content-Disposition",
                                allOf(containsString("inline"), containsString("filename*=UTF-8''Protokoll%20"))));
        web.perform(get("/dokumente/" + document).with(authentication(People.taxOffice())))
                .andExpect(status().isNotFound());
    }

    @Test
    void everyPageLimitsWhatBrowsersMayLoad() throws Exception {
        web.perform(get("/aufgaben").with(authentication(People.crew())).secure(true))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                allOf(containsString("script-src 'self';"), containsString("frame-ancestors 'none'"))))
                .andExpect(header().string("Referrer-Policy", "same-origin"))
                .andExpect(header().exists("Strict-Transport-Security"));
    }

    @Test
    void logoutLeadsOverKeycloak() throws Exception {
        web.perform(post("/logout").with(authentication(People.crew())).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(header().string(
                                "Location",
                                allOf(
                                        containsString("/protocol/openid-connect/logout?id_token_hint="),
                                        containsString("post_logout_redirect_uri=http://localhost/abgemeldet"))));
    }
}
