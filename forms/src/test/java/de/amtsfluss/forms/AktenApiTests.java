package de.amtsfluss.forms;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The eAkte for machines, and what its pages do with hostile input. */
@WebTest
class AktenApiTests {

    private final InMemoryProcesses processes;
    private final MockMvc web;

    AktenApiTests(WebApplicationContext context, InMemoryProcesses processes) {
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
    void findsWhatTheCallerMaySee() throws Exception {
        web.perform(get("/api/akten/suche").param("suche", "Hund").with(crew()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.anzahl").value(25))
                .andExpect(jsonPath("$.treffer.length()").value(20))
                .andExpect(jsonPath("$.treffer[1].auszug[1].gefunden").value(true));
        web.perform(get("/api/akten/suche").param("suche", "Hund").with(groups("steueramt")))
                .andExpect(jsonPath("$.anzahl").value(0));
        web.perform(get("/api/akten/suche").param("suche", "Hund")).andExpect(status().isUnauthorized());
    }

    @Test
    void saysThatTheSearchDoesNotAnswer() throws Exception {
        web.perform(get("/api/akten/suche").param("suche", "Ausfall").with(crew()))
                .andExpect(status().isServiceUnavailable())
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:nicht-erreichbar"))
                .andExpect(jsonPath("$.detail").value("Die Suche antwortet zurzeit nicht."));
        web.perform(get("/akten").param("suche", "Ausfall").with(authentication(People.crew())))
                .andExpect(status().isServiceUnavailable())
                .andExpect(content().string(containsString("Die Suche antwortet zurzeit nicht. Bitte versuchen")))
                .andExpect(content().string(not(containsString("nichts gefunden"))));
    }

    @Test
    void takesInAFileAndSaysWhyNot() throws Exception {
        var path = "/api/vorgaenge/" + processes.closedOrder().id() + "/dokumente";
        web.perform(multipart(path).file(file("../Notiz.txt", "Notiz")).with(crew()))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.name").value("Notiz.txt"))
                .andExpect(jsonPath("$.mediaType").value("text/plain"));
        web.perform(multipart(path).file(file("a.exe", "MZ\u0000\u0001")).with(crew()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:datei-abgelehnt"))
                .andExpect(jsonPath("$.detail").value(containsString("nicht angenommen")));
        web.perform(multipart(path).with(crew())).andExpect(status().isBadRequest());
        web.perform(multipart(path)
                        .file(file("Notiz.txt", "Notiz"))
                        .param("posteingangAm", "gestern")
                        .with(crew()))
                .andExpect(status().isBadRequest());
        web.perform(multipart(path).file(file("Notiz.txt", "Notiz")).with(groups("steueramt")))
                .andExpect(status().isNotFound());
        web.perform(get(path).with(crew())).andExpect(jsonPath("$.length()").value(2));
        web.perform(get(path).with(groups("steueramt"))).andExpect(status().isNotFound());
    }

    @Test
    void onlyWhoReleasesProceduresHandsInAnAktenplan() throws Exception {
        var plan = file("plan.xml", "<a/>");
        web.perform(multipart("/api/aktenplan").file(plan).with(crew())).andExpect(status().isForbidden());
        web.perform(multipart("/api/aktenplan").file(plan).with(groups("prozess-freigabe")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.befunde.length()").value(2));
        web.perform(get("/api/aktenplan").with(crew()))
                .andExpect(jsonPath("$[0].kennzeichen").value("700.3-70.41"));
    }

    @Test
    void thePageShowsMarkupInFilesAsText() throws Exception {
        web.perform(get("/akten").param("suche", "Hund").with(authentication(People.crew())))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<mark>Hunde</mark>")))
                .andExpect(content().string(containsString("&lt;script&gt;alert(1)&lt;/script&gt;")))
                .andExpect(content().string(not(containsString("<script>alert"))));
        web.perform(get("/akten")
                        .param("suche", "\"><script>alert(1)</script>")
                        .param("typ", "<x>")
                        .param("jahr", "'")
                        .param("seite", "-5")
                        .with(authentication(People.crew())))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void anAkteOfOthersIsNotThere() throws Exception {
        var page = "/akten/" + processes.closedOrder().id();
        web.perform(get(page).with(authentication(People.taxOffice()))).andExpect(status().isNotFound());
        web.perform(post(page + "/zda").with(csrf()).with(authentication(People.taxOffice())))
                .andExpect(status().isNotFound());
        web.perform(post(page + "/zda").with(authentication(People.crew()))).andExpect(status().isForbidden());
        web.perform(get("/akten/" + UUID.randomUUID()).with(authentication(People.crew())))
                .andExpect(status().isNotFound());
        web.perform(get("/akten/keine").with(authentication(People.crew()))).andExpect(status().isNotFound());
    }

    @Test
    void whatIsRefusedIsSaidOnThePage() throws Exception {
        var page = "/akten/" + processes.closedOrder().id();
        web.perform(post(page + "/loeschsperre")
                        .param("gesperrt", "true")
                        .param("grund", "Klage")
                        .with(csrf())
                        .with(authentication(People.crew())))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attributeExists("meldung"));
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile("datei", name, null, content.getBytes(StandardCharsets.UTF_8));
    }

    private static RequestPostProcessor crew() {
        return groups("betriebshof");
    }

    private static RequestPostProcessor groups(String... groups) {
        return jwt().jwt(token -> token.claim("preferred_username", "maschine")
                .claim("name", "Maschine")
                .claim("groups", List.of(groups)));
    }
}
