package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.amtsfluss.processes.Akteur;
import de.amtsfluss.processes.Transfervermerk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.JwtRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The post by page and HTTP interface. */
@WebTest
class PosteingangPagesTests {

    private static final MockMultipartFile SCAN =
            new MockMultipartFile("datei", "Brief.txt", "text/plain", "Guten Tag".getBytes(StandardCharsets.UTF_8));
    private static final Akteur AKTEUR = new Akteur("pia.musterfrau", "Pia Musterfrau", Set.of("poststelle"));

    private final InMemoryPosteingaenge posteingaenge;
    private final MockMvc web;

    PosteingangPagesTests(WebApplicationContext context, InMemoryPosteingaenge posteingaenge) {
        this.posteingaenge = posteingaenge;
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @BeforeEach
    void reset() {
        posteingaenge.reset();
    }

    @Test
    void theMailRoomRegistersAScanWithItsStampAndTransfervermerk() throws Exception {
        web.perform(multipart("/posteingang")
                        .file(SCAN)
                        .param("id", "00000000-0000-0009-0000-000000000001")
                        .param("eingegangenAm", "2026-11-20")
                        .param("absender", "Erika Musterfrau")
                        .param("betreff", "<script>alert(1)</script>")
                        .param("scanner", "Scanner 1")
                        .param("dpi", "300")
                        .param("qualitaetssicherung", "BESTANDEN")
                        .param("vollstaendig", "true")
                        .with(authentication(mailRoom()))
                        .with(csrf()))
                .andExpect(redirectedUrl("/posteingang"))
                .andExpect(flash().attribute("meldung", Matchers.hasToString(containsString("E-2026-000003"))));

        var inhalt = posteingaenge.find("E-2026-000003", AKTEUR).orElseThrow().inhalt();
        var note = Objects.requireNonNull(Objects.requireNonNull(inhalt).transfervermerk());
        assertThat(note.ersteller()).isEqualTo("pia.musterfrau");
        assertThat(note.dpi()).isEqualTo(300);
        assertThat(note.qualitaetssicherung()).isEqualTo(Transfervermerk.Qualitaetssicherung.BESTANDEN);
        assertThat(note.vollstaendig()).isTrue();
        assertThat(note.uebereinstimmung()).isFalse();
        web.perform(get("/posteingang").with(authentication(mailRoom())))
                .andExpect(content()
                        .string(allOf(
                                containsString("Gescannte Post erfassen"),
                                containsString("&lt;script&gt;"),
                                not(containsString(InMemoryPosteingaenge.MAIL + "<")))));
    }

    @Test
    void whatIsNoScanOrNoDayIsSaidAndNotKept() throws Exception {
        var program = new MockMultipartFile("datei", "spiel.exe", null, new byte[] {'M', 'Z', 0, 1});
        for (var file : List.of(program, new MockMultipartFile("datei", "", null, new byte[0]))) {
            web.perform(multipart("/posteingang")
                            .file(file)
                            .with(authentication(mailRoom()))
                            .with(csrf()))
                    .andExpect(flash().attribute("meldung", Matchers.hasToString(containsString("nicht erfasst"))));
        }
        web.perform(multipart("/api/posteingaenge")
                        .file(SCAN)
                        .param("eingegangenAm", "2026-02-30")
                        .with(machine("poststelle")))
                .andExpect(status().isBadRequest());
        assertThat(posteingaenge.list(null, AKTEUR)).hasSize(1);
    }

    @Test
    void anOfficeSeesItsOwnPostAndCannotRegister() throws Exception {
        web.perform(get("/posteingang").with(authentication(People.crew())))
                .andExpect(content()
                        .string(allOf(
                                containsString(InMemoryPosteingaenge.MAIL),
                                containsString("Vielleicht eine Wiederholung von"),
                                not(containsString("Gescannte Post erfassen")))));
        web.perform(get("/posteingang/" + InMemoryPosteingaenge.MAIL).with(authentication(People.crew())))
                .andExpect(content().string(allOf(containsString("spiel.exe"), containsString("kein Stichwort"))));
        for (var path : List.of(
                "/posteingang/" + InMemoryPosteingaenge.LETTER,
                "/posteingang/E-2026-999999",
                "/posteingang/anlagen/" + InMemoryPosteingaenge.FILE)) {
            web.perform(get(path).with(authentication(People.crew()))).andExpect(status().isNotFound());
        }
        web.perform(multipart("/posteingang")
                        .file(SCAN)
                        .with(authentication(People.crew()))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        web.perform(multipart("/api/posteingaenge").file(SCAN).with(machine("betriebshof")))
                .andExpect(status().isNotFound());
    }

    @Test
    void aFileIsShownOrSavedAndAMessageOnlySaved() throws Exception {
        web.perform(get("/posteingang/anlagen/" + InMemoryPosteingaenge.FILE).with(authentication(mailRoom())))
                .andExpect(header().string("Content-Disposition", startsWith("inline")))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
        web.perform(get("/posteingang/anlagen/{id}", InMemoryPosteingaenge.FILE)
                        .param("herunterladen", "true")
                        .with(authentication(mailRoom())))
                .andExpect(header().string("Content-Disposition", startsWith("attachment")));
        web.perform(get("/posteingang/anlagen/00000000-0000-0007-0000-000000000002")
                        .with(authentication(People.crew())))
                .andExpect(header().string("Content-Disposition", startsWith("attachment")));
    }

    @Test
    void aMachineOfTheMailRoomRegistersAndReads() throws Exception {
        web.perform(multipart("/api/posteingaenge").file(SCAN).with(machine("poststelle")))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/posteingaenge/E-2026-000003"))
                .andExpect(jsonPath("$.kanal").value("BRIEF"));
        web.perform(get("/api/posteingaenge?status=EINGEGANGEN").with(machine("poststelle")))
                .andExpect(jsonPath("$.length()").value(2))
                .andExpect(jsonPath("$[0].eingegangenAm").value("2026-11-20"));
        web.perform(get("/api/posteingaenge/" + InMemoryPosteingaenge.MAIL).with(machine("poststelle")))
                .andExpect(status().isNotFound());
    }

    private static JwtRequestPostProcessor machine(String group) {
        return jwt().jwt(token ->
                token.claim("preferred_username", "pia.musterfrau").claim("groups", List.of(group)));
    }

    private static OAuth2AuthenticationToken mailRoom() {
        return People.login("pia.musterfrau", "Pia Musterfrau", List.of("/poststelle"));
    }
}
