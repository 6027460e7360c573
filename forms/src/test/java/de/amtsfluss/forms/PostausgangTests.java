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
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.amtsfluss.processes.Akteur;
import java.util.List;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The print queue and the daily mail by page and HTTP interface. */
@WebTest
class PostausgangTests {

    private static final String BATCH = "/druckauftraege/" + InMemoryPostausgang.PRINTED;

    private final InMemoryPostausgang postausgang;
    private final WebApplicationContext context;
    private final MockMvc web;

    PostausgangTests(WebApplicationContext context, InMemoryPostausgang postausgang) {
        this.postausgang = postausgang;
        this.context = context;
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void reset() {
        postausgang.reset();
    }

    @Test
    void theMailRoomSeesBatchesAndConfirmsThatTheyWerePosted() throws Exception {
        web.perform(get("/druckauftraege").with(authentication(mailRoom())))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("22.11.2026 09:00 (PDF)"),
                                containsString("Freitag, 20.11.2026"),
                                containsString("Ein Brief kann nicht gedruckt werden"))));
        web.perform(post(BATCH + "/uebergabe")
                        .param("am", "2026-11-22")
                        .with(authentication(mailRoom()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/druckauftraege"));
        web.perform(get("/druckauftraege").with(authentication(mailRoom())))
                .andExpect(content().string(containsString("Sonntag, 22.11.2026")));
        web.perform(get(BATCH + "/pdf").with(authentication(mailRoom())))
                .andExpect(content().contentType(MediaType.APPLICATION_PDF))
                .andExpect(content().bytes(InMemoryProcesses.PDF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "heute", "2026-02-30", "<script>"})
    void aDayThatIsNoneIsSaidAndChangesNothing(String am) throws Exception {
        web.perform(post(BATCH + "/uebergabe")
                        .param("am", am)
                        .with(authentication(mailRoom()))
                        .with(csrf()))
                .andExpect(flash().attribute("meldung", Matchers.hasToString(containsString("Tag der Übergabe"))));
        assertThat(postausgang.list(akteur()).getFirst().uebergebenAm()).isNull();
    }

    @Test
    void forOthersThereIsNoPrintQueue() throws Exception {
        for (var path : List.of("/druckauftraege", BATCH + "/pdf")) {
            web.perform(get(path).with(authentication(People.crew()))).andExpect(status().isNotFound());
        }
        web.perform(get("/aufgaben").with(authentication(People.crew())))
                .andExpect(content().string(not(containsString("/druckauftraege"))));
        for (var command : List.of("/druckauftraege", BATCH + "/uebergabe?am=2026-11-22")) {
            web.perform(post(command).with(authentication(People.crew())).with(csrf()))
                    .andExpect(status().isNotFound());
            web.perform(post("/api" + command)
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"am\":\"2026-11-22\"}")
                            .with(machine("betriebshof")))
                    .andExpect(status().isNotFound());
        }
        assertThat(postausgang.list(akteur()).getFirst().uebergebenAm()).isNull();
    }

    @Test
    void aMachineOfTheMailRoomConfirmsOnceAndIsToldWhatIsWrong() throws Exception {
        web.perform(confirmation("{}"))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.fehler.am").exists());
        web.perform(confirmation("{\"am\":\"2026-02-30\"}")).andExpect(status().isBadRequest());
        web.perform(confirmation("{\"am\":\"2026-11-22\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.uebergebenAm").value("2026-11-22"));
        web.perform(confirmation("{\"am\":\"2026-11-21\"}")).andExpect(status().isConflict());
        web.perform(post("/api/druckauftraege").with(machine("poststelle"))).andExpect(status().isNoContent());
    }

    @Test
    void aClerkAsksForTheDailyMailAndEndsIt() throws Exception {
        var clerk = mailRoom();
        web.perform(get("/benachrichtigungen").with(authentication(clerk)))
                .andExpect(content().string(containsString("Sie erhalten die E-Mail zurzeit nicht.")));

        web.perform(post("/benachrichtigungen")
                .param("gewuenscht", "true")
                .with(authentication(clerk))
                .with(csrf()));

        assertThat(postausgang.of(akteur()))
                .hasValueSatisfying(wish -> assertThat(wish.email()).isEqualTo("pia.musterfrau@example.org"));
        web.perform(get("/benachrichtigungen").with(authentication(clerk)))
                .andExpect(content().string(containsString("pia.musterfrau@example.org")));
        web.perform(post("/benachrichtigungen")
                .param("gewuenscht", "false")
                .with(authentication(clerk))
                .with(csrf()));
        assertThat(postausgang.of(akteur())).isEmpty();
    }

    @Test
    void aLoginRefreshesTheGroupsOfWhoWantsTheDailyMailAndOfNobodyElse() {
        context.publishEvent(new InteractiveAuthenticationSuccessEvent(mailRoom(), getClass()));
        assertThat(postausgang.of(akteur())).isEmpty();

        postausgang.subscribe(new Akteur("pia.musterfrau", "Pia", Set.of("alte-gruppe")), "alt@example.org");
        context.publishEvent(new InteractiveAuthenticationSuccessEvent(mailRoom(), getClass()));

        assertThat(postausgang.of(akteur())).hasValueSatisfying(wish -> {
            assertThat(wish.akteur().gruppen()).containsExactly("poststelle");
            assertThat(wish.email()).isEqualTo("pia.musterfrau@example.org");
        });
    }

    private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder confirmation(
            String body) {
        return post("/api" + BATCH + "/uebergabe")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(machine("poststelle"));
    }

    private static JwtRequestPostProcessor machine(String group) {
        return jwt().jwt(token ->
                token.claim("preferred_username", "pia.musterfrau").claim("groups", List.of(group)));
    }

    private static OAuth2AuthenticationToken mailRoom() {
        return People.login("pia.musterfrau", "Pia Musterfrau", List.of("/poststelle"));
    }

    private static Akteur akteur() {
        return new Akteur("pia.musterfrau", "Pia Musterfrau", Set.of("poststelle"));
    }
}
