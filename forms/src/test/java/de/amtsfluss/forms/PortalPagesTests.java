package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The portal as strangers see it, who have no account. */
@WebTest
class PortalPagesTests {

    private static final String PAGE = "/portal/antraege/" + InMemoryAntraege.KNOWN;
    private static final String AKTENZEICHEN = "200.2-20.31/0007-2026";

    private final InMemoryAntraege antraege;
    private final MockMvc web;

    PortalPagesTests(WebApplicationContext context, InMemoryAntraege antraege) {
        this.antraege = antraege;
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void reset() {
        antraege.reset();
    }

    @Test
    void everybodySeesWhatCanBeAppliedForAndTheForm() throws Exception {
        web.perform(get("/portal"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Hundesteuer anmelden")));
        web.perform(get("/portal/leistungen/hundesteuer-anmelden"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("csrf-token")));
        web.perform(get("/portal/leistungen/gibt-es-nicht")).andExpect(status().isNotFound());
        web.perform(get("/antraege").accept(MediaType.TEXT_HTML)).andExpect(status().is3xxRedirection());
        web.perform(get("/portal/postfach").accept(MediaType.TEXT_HTML)).andExpect(status().is3xxRedirection());
    }

    @Test
    void whoAppliedSeesTheReferenceAndTheCodeAndNobodyElseDoes() throws Exception {
        var session = new MockHttpSession();
        var id = UUID.randomUUID();
        web.perform(post("/portal/leistungen/hundesteuer-anmelden?id=" + id)
                        .session(session)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"hundName\":\"Bello\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.weiter").value("/portal/antraege/" + id + "/eingang"));

        web.perform(get("/portal/antraege/" + id + "/eingang").session(session))
                .andExpect(content().string(containsString(InMemoryAntraege.CODE)));
        web.perform(get("/portal/antraege/" + id + "/eingang")).andExpect(status().isNotFound());
        web.perform(get("/portal/antraege/" + id)).andExpect(status().isNotFound());
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndACallWithoutTokenIsRefused() throws Exception {
        var path = "/portal/leistungen/hundesteuer-anmelden?id=" + UUID.randomUUID();
        web.perform(post(path)
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"hundName\":\"unzulässig\"}"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.fehler.hundName").exists());
        web.perform(post(path).contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isForbidden());
        web.perform(post("/portal/leistungen/hundesteuer-anmelden?id=keine")
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void theCodeOpensTheApplicationAndAWrongOneOpensNothing() throws Exception {
        var session = new MockHttpSession();
        web.perform(post("/portal/status")
                        .session(session)
                        .with(csrf())
                        .param("aktenzeichen", AKTENZEICHEN)
                        .param("zugangscode", "2222-2222-2222"))
                .andExpect(content().string(containsString("passen nicht zusammen")));
        web.perform(get(PAGE).session(session)).andExpect(status().isNotFound());

        web.perform(post("/portal/status")
                        .session(session)
                        .with(csrf())
                        .param("aktenzeichen", AKTENZEICHEN)
                        .param("zugangscode", InMemoryAntraege.CODE))
                .andExpect(redirectedUrl(PAGE));
        web.perform(get(PAGE).session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Bello &lt;b&gt;")))
                .andExpect(content()
                        .string(containsString(
                                "Die Uhr steht seit Freitag, 20.11.2026: Ein Nachweis wird nachgereicht")))
                .andExpect(content().string(not(containsString("bereit <b>"))));
        web.perform(get(PAGE + "/aendern").session(session))
                .andExpect(content().string(containsString("Bello \\u003cb>")));
        web.perform(post(PAGE + "/ruecknahme").session(session).with(csrf()))
                .andExpect(redirectedUrl(PAGE))
                .andExpect(header().doesNotExist("Set-Cookie"));
        assertThat(InMemoryAntraege.CODE).isNotIn(PAGE);
    }

    @Test
    void aProofThatIsRefusedIsNamedOnThePageAndAStrangerHandsInNothing() throws Exception {
        var proof = new MockMultipartFile("datei", "<b>.pdf", "application/pdf", new byte[0]);
        web.perform(multipart(PAGE + "/nachweise").file(proof).with(csrf())).andExpect(status().isNotFound());

        var session = new MockHttpSession();
        web.perform(post("/portal/status")
                .session(session)
                .with(csrf())
                .param("aktenzeichen", AKTENZEICHEN)
                .param("zugangscode", InMemoryAntraege.CODE));
        var answer = web.perform(multipart(PAGE + "/nachweise")
                        .file(proof)
                        .session(session)
                        .with(csrf()))
                .andExpect(redirectedUrl(PAGE))
                .andReturn();
        web.perform(get(PAGE).session(session).flashAttrs(answer.getFlashMap()))
                .andExpect(content().string(containsString("Die Datei „&lt;b&gt;.pdf“ ist leer.")));
    }
}
