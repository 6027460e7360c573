package de.amtsfluss.forms;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The page of the Fristenrechner by its address. */
@WebTest
class FristenPageTests {

    private final MockMvc web;

    FristenPageTests(WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "/fristen?am=2026-01-31&zahl=1&einheit=MONATE, 'Montag, 02.03.2026'",
        "/fristen?am=31.1.2026&zahl=1&einheit=MONATE, 'Montag, 02.03.2026'",
        "/fristen?am=2026-04-02&zahl=3&einheit=TAGE, 'Dienstag, 07.04.2026'",
        "/fristen?am=2026-01-31&zahl=1&einheit=MONATE&verschiebung=NEIN, 'Samstag, 28.02.2026'",
        "/fristen?art=RUECKLAUF&am=2026-11-18&zahl=14&einheit=TAGE, 'Mittwoch, 04.11.2026'",
        "/fristen?art=BEKANNTGABE&versandtAm=2026-09-29, 'Samstag, 03.10.2026'",
        "/fristen?art=BEKANNTGABE&versandtAm=2026-09-29&regime=AO, 'Montag, 05.10.2026'",
        "/fristen?art=RECHTSBEHELF&versandtAm=2026-11-27, 'Montag, 04.01.2027'",
        "/fristen?art=RECHTSBEHELF&versandtAm=, Es läuft keine Frist"
    })
    void answersByItsAddressAlone(String address, String result) throws Exception {
        visit(address)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<p class=\"fristende\">" + result + "</p>")))
                .andExpect(content().string(containsString("<title>" + result + " – Fristenrechner")));
    }

    @ParameterizedTest
    @CsvSource({
        "/fristen?am=&zahl=&einheit=TAGE, 'Bitte geben Sie den Tag an, von dem an gezählt wird.'",
        "/fristen?am=30.2.2026&zahl=1&einheit=TAGE, Bitte geben Sie einen Tag als TT.MM.JJJJ an",
        "/fristen?am=2026-01-31&zahl=viele&einheit=TAGE, Bitte geben Sie eine ganze Zahl an",
        "/fristen?am=2026-01-31&zahl=0&einheit=TAGE, Bitte geben Sie als Länge mindestens 1 an.",
        "/fristen?am=2026-01-31&zahl=1&einheit=EWIG, Bitte wählen Sie einen der angebotenen Werte.",
        "/fristen?am=2026-01-31&zahl=1, 'Bitte wählen Sie, in was die Frist zählt.'",
        "/fristen?am=1999-01-31&zahl=1&einheit=TAGE, liegt außerhalb der Jahre 2000 bis 2099",
        "/fristen?art=BEKANNTGABE&versandtAm=2023-12-31, keine Regel hinterlegt",
        "/fristen?art=BEKANNTGABE&versandtAm=2026-09-29&zugangAm=2026-09-28, kann nicht zugegangen sein"
    })
    void saysAtTheFieldWhatIsWrong(String address, String sentence) throws Exception {
        visit(address)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString(sentence),
                                containsString("<title>Fehler: "),
                                containsString("aria-invalid=\"true\""),
                                not(containsString("fristende")))));
    }

    @Test
    void opensWithoutComplaints() throws Exception {
        visit("/fristen").andExpect(status().isOk()).andExpect(content().string(not(containsString("-fehler"))));
        visit("/fristen?art=EWIG").andExpect(status().isOk());
    }

    @Test
    void showsHostileInputAsText() throws Exception {
        visit("/fristen?zahl=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&am=2026-01-31")
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void isForPeopleWhoAreLoggedIn() throws Exception {
        web.perform(get("/fristen").accept(MediaType.TEXT_HTML))
                .andExpect(redirectedUrl("/oauth2/authorization/keycloak"));
    }

    private ResultActions visit(String address) throws Exception {
        return web.perform(get(URI.create(address)).with(authentication(People.crew())));
    }
}
