package de.amtsfluss.forms;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The Fristenrechner for machines. */
@WebTest
class FristenApiTests {

    private static final String ADDRESS = "/api/fristen/berechnung";

    private final MockMvc web;

    FristenApiTests(WebApplicationContext context) {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    @Test
    void computesAPeriodWithItsStepsAndReminders() throws Exception {
        ask("""
                {"art": "ABLAUF", "am": "2026-01-31", "zahl": 1, "einheit": "MONATE", "erinnerungen": [0, -2]}
                """)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.ende").value("2026-03-02"))
                .andExpect(jsonPath("$.endetUm").value("2026-03-02T23:59:59+01:00"))
                .andExpect(jsonPath("$.schritte.length()").value(3))
                .andExpect(jsonPath("$.schritte[2].am").value("2026-03-02"))
                .andExpect(jsonPath("$.schritte[2].norm").value("§ 31 Abs. 3 VwVfG NRW, § 193 BGB"))
                .andExpect(jsonPath("$.schritte[2].satz").value(containsString("Montag, 02.03.2026")))
                .andExpect(jsonPath("$.erinnerungen[0].zeitpunkt").value("2026-02-26T08:00:00+01:00"))
                .andExpect(jsonPath("$.erinnerungen[1].am").value("2026-03-02"));
    }

    @ParameterizedTest
    @CsvSource({
        "RUECKLAUF, 2026-11-18, TAGESBEGINN, false, 2026-11-04",
        "RUECKLAUF, 2026-11-15, EREIGNIS, true, 2026-10-30",
        "ABLAUF, 2026-06-01, TAGESBEGINN, false, 2026-06-14",
        "ABLAUF, 2026-06-01, EREIGNIS, true, 2026-06-15"
    })
    void countsEachWay(String art, String am, String beginn, boolean verschiebung, String ende) throws Exception {
        ask("""
                {"art": "%s", "am": "%s", "zahl": 14, "einheit": "TAGE", "beginn": "%s", "verschiebung": %s}
                """.formatted(art, am, beginn, verschiebung))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.ende").value(ende));
    }

    @ParameterizedTest
    @CsvSource({"VWVFG, 2026-10-03, 2026-11-03", "AO, 2026-10-05, 2026-11-05", "SGBX, 2026-10-03, 2026-11-03"})
    void knowsTheLawsOfLetters(String regime, String announced, String ende) throws Exception {
        var letter = "\"regime\": \"%s\", \"versandtAm\": \"2026-09-29\"".formatted(regime);

        ask("{\"art\": \"BEKANNTGABE\", %s}".formatted(letter))
                .andExpect(jsonPath("$.ende").value(announced));
        ask("{\"art\": \"RECHTSBEHELF\", %s}".formatted(letter))
                .andExpect(jsonPath("$.ende").value(ende));
    }

    @Test
    void knowsTheProcedure() throws Exception {
        ask("""
                {"art": "RECHTSBEHELF", "verfahren": "hundesteuer-anmelden", "versandtAm": "2026-09-29",
                 "belehrung": "FEHLT"}
                """).andExpect(status().isOk()).andExpect(jsonPath("$.ende").value("2027-10-05"));
    }

    @Test
    void saysWhyNoPeriodRuns() throws Exception {
        ask("{\"art\": \"RECHTSBEHELF\"}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.ende").isEmpty())
                .andExpect(jsonPath("$.grund").value(containsString("Ohne vermerkten Tag")));
    }

    @Test
    void saysInASentencePerEntryWhatIsWrong() throws Exception {
        ask("{\"art\": \"ABLAUF\", \"erinnerungen\": [251]}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.type").value("urn:amtsfluss:problem:ungueltige-werte"))
                .andExpect(jsonPath("$.fehler.am").isNotEmpty())
                .andExpect(jsonPath("$.fehler.zahl").isNotEmpty())
                .andExpect(jsonPath("$.fehler.einheit").isNotEmpty())
                .andExpect(jsonPath("$.fehler.erinnerungen").isNotEmpty());
        ask("{\"art\": \"ABLAUF\", \"am\": \"1900-01-01\", \"zahl\": -1, \"einheit\": \"TAGE\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.fehler.zahl").value("Bitte geben Sie als Länge mindestens 1 an."))
                .andExpect(jsonPath("$.fehler.am").value(containsString("2000 bis 2099")));
        ask("{\"art\": \"BEKANNTGABE\", \"verfahren\": \"gibt-es-nicht\", \"versandtAm\": \"2026-09-29\"}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.fehler.verfahren").isNotEmpty());
        ask("{}")
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.fehler.art").isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"art\": \"EWIG\"}",
                "{\"art\": \"ABLAUF\", \"am\": \"2026-02-30\"}",
                "{\"art\": \"ABLAUF\", \"zahl\": 99999999999}",
                "{\"art\": ",
                ""
            })
    void refusesWhatIsNoQuestion(String json) throws Exception {
        ask(json)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[null]", "[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20]", "[-2147483648]"})
    void refusesRemindersThatAreNone(String erinnerungen) throws Exception {
        ask("{\"art\": \"BEKANNTGABE\", \"versandtAm\": \"2026-09-29\", \"erinnerungen\": %s}".formatted(erinnerungen))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.fehler.erinnerungen").isNotEmpty());
    }

    @Test
    void asksForAToken() throws Exception {
        web.perform(post(ADDRESS).contentType(MediaType.APPLICATION_JSON).content("{}"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void describesItselfInOpenApi() throws Exception {
        web.perform(get("/api/openapi"))
                .andExpect(jsonPath("$.paths['/api/fristen/berechnung'].post.summary")
                        .isNotEmpty())
                .andExpect(jsonPath("$.components.schemas.Anfrage.properties.am.format")
                        .value("date"));
    }

    private ResultActions ask(String json) throws Exception {
        return web.perform(post(ADDRESS)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(jwt().jwt(token -> token.subject("1").claim("preferred_username", "kim.krause"))));
    }
}
