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
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.amtsfluss.processes.Aussonderung.Stand;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The lists for the archive by page, file and HTTP interface, and what is said of something erased. */
@WebTest
class AussonderungPagesTests {

    private static final String ERASED = InMemoryAussonderungen.ERASED.toString();
    private static final String SENTENCE = "Der Vorgang 700.3-70.41/0001-2016 wurde am 22.11.2026 gelöscht, weil er nur"
            + " bis zum 31.12.2020 aufzubewahren war und das Archiv ihn nicht übernehmen wollte.";

    private final InMemoryAussonderungen aussonderungen;
    private final MockMvc web;

    AussonderungPagesTests(WebApplicationContext context, InMemoryAussonderungen aussonderungen) {
        this.aussonderungen = aussonderungen;
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void forgetOrders() {
        aussonderungen.orders();
    }

    @Test
    void whatIsErasedIsGoneAndASentenceSaysWhenAndWhy() throws Exception {
        for (var path : List.of("/vorgaenge/" + ERASED, "/akten/" + ERASED, "/dokumente/" + ERASED)) {
            var answer = web.perform(get(path).with(authentication(People.crew())))
                    .andExpect(status().isGone())
                    .andReturn();
            assertThat(answer.getResponse().getErrorMessage()).isEqualTo(SENTENCE);
            web.perform(get(path).with(authentication(People.taxOffice()))).andExpect(status().isNotFound());
        }
        web.perform(get("/api/vorgaenge/" + ERASED).with(machine("betriebshof")))
                .andExpect(status().isGone())
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:geloescht"))
                .andExpect(jsonPath("$.detail").value(SENTENCE));
        web.perform(get("/api/vorgaenge/" + ERASED + "/dokumente").with(machine("betriebshof")))
                .andExpect(status().isGone());
        web.perform(get("/api/vorgaenge/" + ERASED).with(machine("steueramt"))).andExpect(status().isNotFound());
    }

    @Test
    void eachGroupIsOfferedWhatItMayDo() throws Exception {
        page(Stand.ERSTELLT, "registratur")
                .andExpect(content()
                        .string(allOf(
                                containsString("Dem Archiv anbieten"),
                                containsString("&lt;b&gt;Siegfriedplatz"),
                                containsString("Zurückstellen"),
                                not(containsString("Bewertung abschließen")))));
        page(Stand.ANGEBOTEN, "archiv")
                .andExpect(content()
                        .string(allOf(
                                containsString("Bewertung abschließen"),
                                containsString("keiner, das Archiv entscheidet"),
                                not(containsString("Dem Archiv anbieten")))));
        page(Stand.UEBERGEBEN, "archiv")
                .andExpect(content()
                        .string(allOf(
                                containsString("Archivwürdige Akten als ZIP"),
                                containsString("Grund: Eine Datei war nicht lesbar."),
                                not(containsString("endgültig löschen")))));
        page(Stand.ABGESCHLOSSEN, "datenschutz")
                .andExpect(content()
                        .string(allOf(
                                containsString(SENTENCE),
                                not(containsString("<button class=\"kern-btn kern-btn--primary")))));
    }

    @Test
    void whatIsOrderedReachesTheServiceAndHintsAreShown() throws Exception {
        var list = "/aussonderung/" + InMemoryAussonderungen.id(Stand.ANGEBOTEN);
        var entry = list + "/eintraege/" + InMemoryAussonderungen.entry(1);
        order(entry + "/bewertung?bewertung=ARCHIVWUERDIG", "archiv").andExpect(redirectedUrl(list));
        order(list + "/bewertung", "archiv");
        order(list + "/bewertungsende", "archiv");
        order(entry + "/import?archivkennung=StA 1", "archiv");
        order(entry + "/import?grund=defekt", "archiv");
        order("/aussonderung", "registratur");
        order(list + "/angebot", "registratur");
        order(list + "/uebergabe", "registratur");
        order(entry + "/zurueckstellung", "registratur");
        order(list + "/loeschung", "registratur")
                .andExpect(flash().attribute("meldung", hasToString(containsString("gilt eine Löschsperre"))));

        var id = InMemoryAussonderungen.entry(1);
        assertThat(aussonderungen.orders())
                .containsExactly(
                        "appraise %s ARCHIVWUERDIG".formatted(id),
                        "appraise rest null",
                        "complete",
                        "import %s Erfolgreich[archivkennung=StA 1]".formatted(id),
                        "import %s Fehlgeschlagen[grund=defekt]".formatted(id),
                        "gather",
                        "offer",
                        "hand over",
                        "setAside %s".formatted(id),
                        "erase");
    }

    @Test
    void strangersFindNothingAndTheWrongGroupIsTold() throws Exception {
        var list = "/aussonderung/" + InMemoryAussonderungen.id(Stand.UEBERGEBEN);
        for (var path : List.of("/aussonderung", list, list + "/verzeichnis", list + "/paket")) {
            web.perform(get(path).with(authentication(People.crew()))).andExpect(status().isNotFound());
        }
        web.perform(get("/api/aussonderungen").with(machine("betriebshof"))).andExpect(status().isNotFound());
        web.perform(get("/aufgaben").with(authentication(People.crew())))
                .andExpect(content().string(not(containsString("/aussonderung"))));
        order(list + "/loeschung", "betriebshof").andExpect(status().isNotFound());
        order(list + "/loeschung", "archiv")
                .andExpect(flash().attribute("meldung", hasToString(containsString("Das darf nur: registratur"))));
        order(list + "/eintraege/" + ERASED + "/bewertung?bewertung=VIELLEICHT", "archiv")
                .andExpect(status().isNotFound());
        assertThat(aussonderungen.orders()).isEmpty();
    }

    @Test
    void theTableHasNoFormulasAndTheFileForTheArchiveIsFetched() throws Exception {
        var list = "/api/aussonderungen/" + InMemoryAussonderungen.id(Stand.UEBERGEBEN);
        var table = web.perform(get(list + "/verzeichnis").with(machine("datenschutz")))
                .andExpect(header().string("Content-Disposition", containsString("AV-2026-0004.csv")))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        assertThat(table.lines())
                .hasSize(4)
                .last()
                .asString()
                .startsWith(
                        "\"3\";\"700.3-70.41/0003-2016\";\"'=HYPERLINK(\"\"https://example.org\"\")\";\"31.12.2016\"");
        web.perform(get(list + "/paket").with(machine("archiv")))
                .andExpect(status().isOk())
                .andExpect(content().contentType("application/zip"))
                .andExpect(content().string("PK"));
        web.perform(get("/api/aussonderungen/" + InMemoryAussonderungen.id(Stand.BEWERTET) + "/paket")
                        .with(machine("archiv")))
                .andExpect(status().isConflict());
    }

    @Test
    void aMachineReadsAndOrdersTheSame() throws Exception {
        var list = "/api/aussonderungen/" + InMemoryAussonderungen.id(Stand.UEBERGEBEN);
        web.perform(get(list).with(machine("archiv")))
                .andExpect(jsonPath("$.aussonderung.stand").value("UEBERGEBEN"))
                .andExpect(jsonPath("$.eintraege[0].aussonderungsart").value("A"))
                .andExpect(jsonPath("$.eintraege[1].vorschlag").doesNotExist());
        web.perform(post(list + "/loeschung").with(machine("registratur")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.hinweise[0]").value("1: Für die Akte gilt eine Löschsperre."));
        web.perform(post(list + "/loeschung").with(machine("archiv"))).andExpect(status().isConflict());
        var entry = list + "/eintraege/" + InMemoryAussonderungen.entry(0);
        for (var body : List.of("{}", "{\"archivkennung\":\"a\",\"grund\":\"b\"}")) {
            web.perform(post(entry + "/import")
                            .contentType(MediaType.APPLICATION_JSON)
                            .content(body)
                            .with(machine("archiv")))
                    .andExpect(status().is(422));
        }
        web.perform(get("/api/openapi"))
                .andExpect(jsonPath("$.paths['/api/aussonderungen/{id}/loeschung'].post.summary")
                        .exists());
    }

    private ResultActions page(Stand stand, String group) throws Exception {
        return web.perform(
                        get("/aussonderung/" + InMemoryAussonderungen.id(stand)).with(authentication(person(group))))
                .andExpect(status().isOk());
    }

    private ResultActions order(String path, String group) throws Exception {
        return web.perform(post(path).with(authentication(person(group))).with(csrf()));
    }

    private static OAuth2AuthenticationToken person(String group) {
        return People.login("rita.musterfrau", "Rita Musterfrau", List.of(group));
    }

    private static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors
                    .JwtRequestPostProcessor
            machine(String group) {
        return jwt().jwt(token -> token.claim("preferred_username", "maschine")
                .claim("name", "Maschine")
                .claim("groups", List.of(group)));
    }
}
