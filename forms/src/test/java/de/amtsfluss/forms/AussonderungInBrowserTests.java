package de.amtsfluss.forms;

import static org.assertj.core.api.Assertions.assertThat;

import de.amtsfluss.processes.Aussonderung.Stand;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** The pages of Registratur and archive in a real browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("logged-in")
class AussonderungInBrowserTests {

    @LocalServerPort
    private int port;

    @ParameterizedTest(name = "{0} for {1}")
    @CsvSource({
        "LISTEN, registratur",
        "ERSTELLT, registratur",
        "ANGEBOTEN, archiv",
        "UEBERGEBEN, 'archiv,registratur'",
        "ABGESCHLOSSEN, datenschutz",
        "GELOESCHT, betriebshof",
    })
    void axeFindsNothingAndNothingScrollsSideways(String what, String groups) {
        try (var browser = BrowserPage.openFor(groups, port)) {
            var path = switch (what) {
                case "LISTEN" -> "/aussonderung";
                case "GELOESCHT" -> "/vorgaenge/" + InMemoryAussonderungen.ERASED;
                default -> "/aussonderung/" + InMemoryAussonderungen.id(Stand.valueOf(what));
            };
            browser.visit(path);
            browser.page()
                    .locator("details")
                    .all()
                    .forEach(details -> details.locator("summary").click());

            browser.checkAndPicture("aussonderung-" + what);
            assertThat(browser.page().title()).doesNotContain("Fehler", "gibt es nicht");
        }
    }
}
