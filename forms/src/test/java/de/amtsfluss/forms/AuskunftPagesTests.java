package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
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

import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The requests by Art. 15 DSGVO by page and HTTP interface. */
@WebTest
class AuskunftPagesTests {

    private static final String SEARCHED = "/auskunft/" + InMemoryAuskuenfte.SEARCHED;
    private static final String CHECK = SEARCHED + "/vorgaenge/" + InMemoryAuskuenfte.CONFIRMED;
    private static final String API = "/api/auskuenfte/" + InMemoryAuskuenfte.SEARCHED;

    private final InMemoryAuskuenfte auskuenfte;
    private final MockMvc web;

    AuskunftPagesTests(WebApplicationContext context, InMemoryAuskuenfte auskuenfte) {
        this.auskuenfte = auskuenfte;
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void reset() {
        auskuenfte.reset();
    }

    @Test
    void theOfficerSeesRequestsCandidatesAndWhatIsOverdue() throws Exception {
        web.perform(get("/auskunft").with(authentication(officer())))
                .andExpect(content()
                        .string(allOf(
                                containsString("überfällig"),
                                containsString("&lt;b&gt;Mustermann&lt;/b&gt;"),
                                not(containsString("<b>Mustermann")))));
        web.perform(get(SEARCHED).with(authentication(officer())))
                .andExpect(content()
                        .string(allOf(
                                containsString("200.2-20.31/0001-2026"),
                                containsString("Name und Geburtsdatum"),
                                containsString("Auf Daten Dritter prüfen"))));
    }

    @Test
    void forOthersThereIsNothing() throws Exception {
        for (var path : List.of(
                "/auskunft",
                "/auskunft/neu",
                SEARCHED,
                CHECK,
                "/auskunft/" + InMemoryAuskuenfte.ANSWERED + "/auskunft.pdf")) {
            web.perform(get(path).with(authentication(People.crew()))).andExpect(status().isNotFound());
        }
        for (var path : List.of(
                "/auskunft/neu?nachname=X",
                SEARCHED + "/suche",
                SEARCHED + "/freigabe",
                SEARCHED + "/identitaet?nachweis=AUSWEIS",
                CHECK + "/urteil?urteil=AUSGESCHLOSSEN",
                CHECK + "/pruefung?stand=abc&geprueft=true")) {
            web.perform(post(path).with(authentication(People.crew())).with(csrf()))
                    .andExpect(status().isNotFound());
        }
        web.perform(get("/api/auskuenfte").with(machine("steueramt"))).andExpect(status().isNotFound());
        web.perform(post(API + "/suche").with(machine("steueramt"))).andExpect(status().isNotFound());
        web.perform(get("/aufgaben").with(authentication(People.crew())))
                .andExpect(content().string(not(containsString("/auskunft"))));
    }

    @Test
    void whatIsMissingIsSaidAtTheFieldAndNothingOfThePersonIsInTheAddress() throws Exception {
        web.perform(command("/auskunft/neu").param("vorname", "Jutta").param("geburtsdatum", "gestern"))
                .andExpect(content().string(containsString("Das ist kein Datum.")));
        web.perform(command("/auskunft/neu").param("vorname", "Jutta").param("nachname", " "))
                .andExpect(content()
                        .string(allOf(
                                containsString("Bitte geben Sie den Nachnamen an."),
                                containsString("value=\"Jutta\""))));
        web.perform(command("/auskunft/neu").param("nachname", "Mustermann"))
                .andExpect(redirectedUrl("/auskunft/" + InMemoryAuskuenfte.RECEIVED));
    }

    @Test
    void whyItCannotBeAnsweredYetIsSaid() throws Exception {
        web.perform(command(SEARCHED + "/freigabe"))
                .andExpect(redirectedUrl(SEARCHED))
                .andExpect(flash().attribute("meldung", Matchers.hasToString(containsString("auf Daten Dritter"))));
        web.perform(command("/auskunft/" + InMemoryAuskuenfte.RECEIVED + "/suche"))
                .andExpect(flash().attribute("meldung", Matchers.hasToString(containsString("wer anfragt"))));
    }

    @Test
    void aVorgangIsCheckedOnlyByWhoSaysSo() throws Exception {
        web.perform(get(CHECK).with(authentication(officer())))
                .andExpect(content()
                        .string(allOf(
                                containsString("bitte prüfen"), containsString("&lt;i&gt;Herr Muster&lt;/i&gt;"))));
        web.perform(command(CHECK + "/pruefung")
                        .param("stand", InMemoryAuskuenfte.STAND)
                        .param("geschwaerzt", "angabe.bemerkung"))
                .andExpect(redirectedUrl(CHECK));
        assertThat(auskuenfte.geschwaerzt()).isEmpty();

        web.perform(command(CHECK + "/pruefung")
                        .param("stand", InMemoryAuskuenfte.STAND)
                        .param("geprueft", "true")
                        .param("geschwaerzt", "angabe.bemerkung", "dokument.1,2"))
                .andExpect(redirectedUrl(SEARCHED));
        assertThat(auskuenfte.geschwaerzt()).containsExactlyInAnyOrder("angabe.bemerkung", "dokument.1,2");
    }

    @Test
    void downloadsAreNotKeptAndTheirNamesSayNothing() throws Exception {
        for (var form : List.of("pdf", "json")) {
            web.perform(get("/auskunft/%s/auskunft.%s".formatted(InMemoryAuskuenfte.ANSWERED, form))
                            .with(authentication(officer())))
                    .andExpect(status().isOk())
                    .andExpect(header().string("Cache-Control", "no-store"))
                    .andExpect(header().string(
                                    "Content-Disposition",
                                    "attachment; filename=\"auskunft-%s.%s\""
                                            .formatted(InMemoryAuskuenfte.ANSWERED, form)));
            web.perform(get(SEARCHED + "/auskunft." + form).with(authentication(officer())))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void aMachineOfTheOfficerIsToldWhatIsWrong() throws Exception {
        web.perform(get(API).with(machine("datenschutz")))
                .andExpect(jsonPath("$.kandidaten.length()").value(2));
        web.perform(json("/api/auskuenfte", "{}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.fehler.nachname").exists());
        web.perform(json(
                        "/api/auskuenfte",
                        "{\"nachname\":\"Mustermann\",\"eingegangenAm\":\"2026-11-20\",\"kanal\":\"BRIEF\"}"))
                .andExpect(status().isCreated());
        web.perform(json(API + "/identitaet", "{}")).andExpect(status().is(422));
        web.perform(json(API + "/identitaet", "{\"nachweis\":\"ERFUNDEN\"}")).andExpect(status().isBadRequest());
        web.perform(json(API + "/freigabe", "{}")).andExpect(status().isConflict());
        web.perform(json(API + "/vorgaenge/" + InMemoryAuskuenfte.CONFIRMED + "/pruefung", "{\"stand\":\"alt\"}"))
                .andExpect(status().isConflict());
        web.perform(get(API + "/vorgaenge/" + InMemoryAuskuenfte.CONFIRMED).with(machine("datenschutz")))
                .andExpect(jsonPath("$.stand").value(InMemoryAuskuenfte.STAND));
    }

    private static MockHttpServletRequestBuilder command(String path) {
        return post(path).with(authentication(officer())).with(csrf());
    }

    private static MockHttpServletRequestBuilder json(String path, String body) {
        return post(path).contentType(MediaType.APPLICATION_JSON).content(body).with(machine("datenschutz"));
    }

    private static JwtRequestPostProcessor machine(String group) {
        return jwt().jwt(token ->
                token.claim("preferred_username", "dora.musterfrau").claim("groups", List.of(group)));
    }

    private static OAuth2AuthenticationToken officer() {
        return People.login("dora.musterfrau", "Dora Musterfrau", List.of("/datenschutz"));
    }
}
