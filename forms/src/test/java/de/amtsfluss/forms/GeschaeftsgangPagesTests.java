package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Beteiligungsschritt;
import de.amtsfluss.processes.Verfuegung;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Starting and changing a Geschäftsgang, and entering a Vertretung, by page and by HTTP interface. */
@WebTest
class GeschaeftsgangPagesTests {

    private static final Akteur CREW = new Akteur("kim.krause", "Kim Krause", Set.of("betriebshof"));
    private static final String RUNNING = "/geschaeftsgaenge/" + InMemoryGeschaeftsgaenge.RUNNING;

    private final InMemoryProcesses processes;
    private final InMemoryGeschaeftsgaenge geschaeftsgaenge;
    private final MockMvc web;

    GeschaeftsgangPagesTests(
            WebApplicationContext context, InMemoryProcesses processes, InMemoryGeschaeftsgaenge geschaeftsgaenge) {
        this.processes = processes;
        this.geschaeftsgaenge = geschaeftsgaenge;
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void reset() {
        processes.reset();
        geschaeftsgaenge.reset();
    }

    @Test
    void aLaufwegIsEnteredInRowsAndEmptyOnesDoNotCount() throws Exception {
        var answer = submit(post(start())
                        .param("zeilen", "4")
                        .param("verfuegung0", "ZUR_MITZEICHNUNG")
                        .param("name0", "karl.mustermann")
                        .param("verfuegung2", "ZUR_KENNTNIS")
                        .param("art2", "gruppe")
                        .param("name2", "ordnungsamt")
                        .param("parallel2", "on")
                        .param("termin2", "2026-12-01")
                        .param("verfuegung3", "ZU_DEN_AKTEN")
                        .param("name3", "rita.musterfrau"))
                .andExpect(redirectedUrl("/vorgaenge/" + processes.closedOrder().id()))
                .andExpect(flash().attributeExists("meldung"))
                .andReturn();
        web.perform(get("/vorgaenge/" + processes.closedOrder().id())
                        .with(authentication(People.crew()))
                        .flashAttrs(answer.getFlashMap()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Der Geschäftsgang ist gestartet.")));

        var laufweg = geschaeftsgaenge
                .of(processes.closedOrder().id(), CREW)
                .getLast()
                .schritte();
        assertThat(laufweg)
                .extracting(
                        Beteiligungsschritt::stufe,
                        Beteiligungsschritt::verfuegung,
                        step -> step.adressat().name())
                .containsExactly(
                        tuple(1, Verfuegung.ZUR_MITZEICHNUNG, "karl.mustermann"),
                        tuple(1, Verfuegung.ZUR_KENNTNIS, "ordnungsamt"),
                        tuple(2, Verfuegung.ZU_DEN_AKTEN, "rita.musterfrau"));
    }

    @Test
    void whatIsWrongIsSaidAtItsRowAndNothingEnteredIsLost() throws Exception {
        submit(post(start())
                        .param("zeilen", "4")
                        .param("verfuegung2", "ZUR_KENNTNIS")
                        .param("name2", "Falsch"))
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"name2-fehler\""),
                                containsString("value=\"Falsch\""),
                                containsString("<title>Fehler: "))));
        submit(post(start())
                        .param("zeilen", "4")
                        .param("notiz1", "\"><script>alert(1)</script>")
                        .param("termin1", "bald"))
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"verfuegung1-fehler\""),
                                containsString("id=\"name1-fehler\""),
                                containsString("id=\"termin1-fehler\""),
                                not(containsString("<script>alert")))));
        submit(post(start()).param("zeilen", "viele"))
                .andExpect(content().string(containsString("mindestens einen Schritt")));
    }

    @Test
    void moreRowsComeWithoutScript() throws Exception {
        submit(post(start())
                        .param("zeilen", "4")
                        .param("name3", "karl.mustermann")
                        .param("mehr", "ja"))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Schritt 8"),
                                containsString("karl.mustermann"),
                                not(containsString("-fehler\"")))));
    }

    @Test
    void theVorgangShowsItsLaufwegWithVermerkAndVertretung() throws Exception {
        visit("/vorgaenge/" + processes.closedOrder().id())
                .andExpect(content()
                        .string(allOf(
                                containsString("lea.musterfrau i. V. für karl.mustermann"),
                                containsString("nicht gezeichnet"),
                                containsString("Laufweg ändern"))));
        visit(RUNNING).andExpect(status().isOk());
        web.perform(get(RUNNING).with(authentication(People.taxOffice()))).andExpect(status().isNotFound());
    }

    @Test
    void stepsAreInsertedSkippedAndMoved() throws Exception {
        var step = geschaeftsgaenge
                .find(InMemoryGeschaeftsgaenge.RUNNING, CREW)
                .orElseThrow()
                .schritte()
                .get(3);

        submit(post(RUNNING + "/schritte")
                        .param("stufe", "3")
                        .param("verfuegung", "RUECKSPRACHE")
                        .param("name", "karl.mustermann"))
                .andExpect(redirectedUrl(RUNNING));
        submit(post(RUNNING + "/schritte")
                        .param("stufe", "3")
                        .param("verfuegung", "RUECKSPRACHE")
                        .param("name", "Falsch"))
                .andExpect(content().string(containsString("id=\"name-fehler\"")));
        submit(post(RUNNING + "/schritte")).andExpect(content().string(containsString("id=\"verfuegung-fehler\"")));
        for (var change : List.of("/ueberspringen", "/verschieben")) {
            submit(post(RUNNING + "/schritte/" + step.id() + change))
                    .andExpect(redirectedUrl(RUNNING))
                    .andExpect(flash().attribute("meldung", hasToString(containsString("kind=warning"))));
        }
    }

    @Test
    void aMachineStartsReadsAndChangesAGeschaeftsgang() throws Exception {
        var vorgang = processes.closedOrder().id();
        call(post("/api/geschaeftsgaenge"), """
                {"vorgang": "%s", "schritte": [
                  {"verfuegung": "ZUR_MITZEICHNUNG", "person": "karl.mustermann"},
                  {"verfuegung": "ZUR_MITZEICHNUNG", "gruppe": "ordnungsamt", "parallel": true},
                  {"verfuegung": "WIEDERVORLAGE", "person": "kim.krause", "termin": "2026-12-24"}]}""".formatted(vorgang))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.schritte[1].stufe").value(1))
                .andExpect(jsonPath("$.schritte[1].gruppe").value("ordnungsamt"))
                .andExpect(jsonPath("$.schritte[2].stufe").value(2));
        call(post("/api/geschaeftsgaenge"), """
                {"schritte": [{"person": "a", "gruppe": "b"}]}""")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.fehler.vorgang").isNotEmpty())
                .andExpect(jsonPath("$.fehler['schritte[0].verfuegung']").isNotEmpty())
                .andExpect(jsonPath("$.fehler['schritte[0].adressat']").isNotEmpty());
        call(get("/api/geschaeftsgaenge").param("vorgang", vorgang.toString()), "")
                .andExpect(jsonPath("$.length()").value(2));
        call(get("/api" + RUNNING), "")
                .andExpect(jsonPath("$.schritte[1].bearbeitung.fuer").value("karl.mustermann"));
        var step = geschaeftsgaenge
                .find(InMemoryGeschaeftsgaenge.RUNNING, CREW)
                .orElseThrow()
                .schritte()
                .get(3);
        var path = "/api" + RUNNING + "/schritte/" + step.id();
        call(post(path + "/ueberspringen"), "{\"begruendung\": \" \"}").andExpect(status().isUnprocessableContent());
        call(post(path + "/ueberspringen"), "{\"begruendung\": \"unnötig\"}").andExpect(status().isOk());
        call(post(path + "/verschieben"), "{\"begruendung\": \"später\"}").andExpect(status().isUnprocessableContent());
        call(post(path + "/verschieben"), "{\"begruendung\": \"später\", \"am\": \"2026-11-01\"}")
                .andExpect(status().isConflict());
        call(post("/api" + RUNNING + "/schritte"), """
                {"stufe": 3, "verfuegung": "ZUR_KENNTNIS", "person": "dora.musterfrau"}""").andExpect(status().isOk());
    }

    @Test
    void aVertretungIsEnteredAndEnded() throws Exception {
        submit(post("/vertretung")
                        .param("wer", "erika.musterfrau")
                        .param("von", "2026-12-01")
                        .param("bis", "bald"))
                .andExpect(content().string(containsString("id=\"von-fehler\"")));
        submit(post("/vertretung")
                        .param("wer", "erika.musterfrau")
                        .param("von", "2026-12-01")
                        .param("bis", "2026-12-24"))
                .andExpect(redirectedUrl("/vertretung"));
        visit("/vertretung")
                .andExpect(content()
                        .string(allOf(
                                containsString("erika.musterfrau vertritt Sie"),
                                containsString("Sie vertreten jo.junge"))));
        submit(post("/vertretung/1f0a6f5e-0000-4000-8000-000000000001/ende")).andExpect(status().isNotFound());
        call(get("/api/vertretungen"), "").andExpect(jsonPath("$[0].fuer").value("jo.junge"));
    }

    private String start() {
        return "/vorgaenge/%s/geschaeftsgang".formatted(processes.closedOrder().id());
    }

    private ResultActions visit(String address) throws Exception {
        return web.perform(get(address).with(authentication(People.crew())));
    }

    private ResultActions submit(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.with(authentication(People.crew())).with(csrf()));
    }

    private ResultActions call(MockHttpServletRequestBuilder request, String body) throws Exception {
        return web.perform(request.with(jwt().jwt(token -> token.subject("kim.krause")
                        .claim("preferred_username", "kim.krause")
                        .claim("name", "Kim Krause")
                        .claim("groups", List.of("betriebshof"))))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
